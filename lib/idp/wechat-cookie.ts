/** The cookie by which the telephone's WeChat is known again; it names the ticket that binds it. */
export const wechatCookieName = 'idp_wechat'
