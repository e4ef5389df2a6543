/**
 * Light inside a convex faceted stone, traced per pixel: it enters by refraction, is mirrored at
 * facets beyond the critical angle, loses colour on its way (Beer and Lambert) and leaves split by
 * dispersion. Facets are planes (n·p ≤ d) in rows of a texture, one row a stone.
 */
export const gemVertexShader = /* glsl */ `
  attribute float stoneRow;
  varying vec3 vPosition;
  varying vec3 vNormal;
  flat varying int vRow;

  void main() {
    vPosition = position;
    vNormal = normal;
    vRow = int(stoneRow + 0.5);
    gl_Position = projectionMatrix * modelViewMatrix * vec4(position, 1.0);
  }
`;

export const gemFragmentShader = /* glsl */ `
  precision highp float;
  precision highp sampler2D;
  uniform sampler2D facets;
  uniform samplerCube studio;
  uniform float index;
  uniform float dispersion;
  uniform vec3 absorption;
  uniform vec3 setting;
  uniform int bounces;
  varying vec3 vPosition;
  varying vec3 vNormal;
  flat varying int vRow;

  vec3 studioLight(vec3 direction) {
    vec3 light = textureLod(studio, direction, 1.0).rgb;
    // Downward light meets the setting and the finger, not the lamp.
    float open = smoothstep(-0.75, 0.05, direction.z);
    return mix(light * 0.18 + setting * 0.16, light, open);
  }

  float reflectance(float cosIn, float cosOut, float n1, float n2) {
    float s = (n1 * cosIn - n2 * cosOut) / (n1 * cosIn + n2 * cosOut);
    float p = (n1 * cosOut - n2 * cosIn) / (n1 * cosOut + n2 * cosIn);
    return clamp(0.5 * (s * s + p * p), 0.0, 1.0);
  }

  vec3 leave(vec3 direction, vec3 normal, vec3 fallback) {
    vec3 out3 = refract(direction, -normal, index);
    vec3 red = refract(direction, -normal, index - dispersion);
    vec3 blue = refract(direction, -normal, index + dispersion);
    vec3 base = dot(out3, out3) > 0.0 ? out3 : fallback;
    vec3 mid = studioLight(base);
    float r = dot(red, red) > 0.0 ? studioLight(red).r : mid.r;
    float b = dot(blue, blue) > 0.0 ? studioLight(blue).b : mid.b;
    return vec3(r, mid.g, b);
  }

  vec3 traceInside(vec3 point, vec3 direction) {
    int count = int(texelFetch(facets, ivec2(0, vRow), 0).x + 0.5);
    vec3 gathered = vec3(0.0);
    vec3 weight = vec3(1.0);
    for (int bounce = 0; bounce < 8; bounce++) {
      if (bounce >= bounces) break;
      float nearest = 1e6;
      vec3 normal = vec3(0.0, 0.0, 1.0);
      for (int i = 1; i <= count; i++) {
        vec4 plane = texelFetch(facets, ivec2(i, vRow), 0);
        float toward = dot(plane.xyz, direction);
        if (toward > 1e-4) {
          float along = (plane.w - dot(plane.xyz, point)) / toward;
          if (along < nearest) { nearest = along; normal = plane.xyz; }
        }
      }
      nearest = max(nearest, 0.0);
      point += direction * nearest;
      weight *= exp(-absorption * nearest);
      float cosIn = dot(direction, normal);
      float inside = 1.0 - index * index * (1.0 - cosIn * cosIn);
      if (inside > 0.0) {
        float mirrored = reflectance(cosIn, sqrt(inside), index, 1.0);
        gathered += weight * (1.0 - mirrored) * leave(direction, normal, normal);
        weight *= mirrored;
      }
      direction = reflect(direction, normal);
    }
    return gathered + weight * 0.35;
  }

  void main() {
    vec3 normal = normalize(vNormal);
    vec3 view = normalize(vPosition - cameraPosition);
    float cosIn = clamp(-dot(view, normal), 0.0, 1.0);
    float cosOut = sqrt(max(0.0, 1.0 - (1.0 - cosIn * cosIn) / (index * index)));
    float mirrored = reflectance(cosIn, cosOut, 1.0, index);
    vec3 inward = refract(view, normal, 1.0 / index);
    vec3 body = traceInside(vPosition + inward * 1e-3, inward);
    vec3 surface = min(textureLod(studio, reflect(view, normal), 0.5).rgb, vec3(5.0));
    gl_FragColor = vec4(mix(body, surface, mirrored), 1.0);
    #include <tonemapping_fragment>
    #include <colorspace_fragment>
  }
`;
