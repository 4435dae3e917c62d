import { issuer } from '#lib/idp/client'
import { ALGORITHM } from '#lib/idp/keys'
import { served } from '#lib/idp/serve'

/** Discovery (OpenID Connect Discovery 1.0, section 3). */
export const GET = served(async () => {
  const at = issuer()
  return Response.json({
    issuer: at,
    authorization_endpoint: `${at}/authorize`,
    token_endpoint: `${at}/token`,
    userinfo_endpoint: `${at}/userinfo`,
    jwks_uri: `${at}/jwks`,
    end_session_endpoint: `${at}/logout`,
    response_types_supported: ['code'],
    response_modes_supported: ['query'],
    grant_types_supported: ['authorization_code'],
    subject_types_supported: ['public'],
    scopes_supported: ['openid', 'profile', 'phone'],
    claims_supported: ['sub', 'name', 'id_type', 'id_number', 'phone_number', 'auth_time'],
    id_token_signing_alg_values_supported: [ALGORITHM],
    token_endpoint_auth_methods_supported: ['client_secret_basic'],
    code_challenge_methods_supported: ['S256'],
  })
})
