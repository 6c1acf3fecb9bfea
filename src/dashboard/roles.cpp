#include "dashboard/roles.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace perennial::dashboard {

namespace {

using catalog::text;
using Words = std::string_view[];

// Header words, the most telling first: of two columns with exact matches the one of the earlier word wins.

constexpr Words client_words = {
    "client",
    "client name",
    "customer",
    "customer name",
    "customer id",
    "client id",
    "customer no",
    "client no",
    "customer number",
    "client number",
    "customer code",
    "client code",
    "customer account",
    "account name",
    "account",
    "buyer",
    "buyer name",
    "purchaser",
    "payer",
    "debtor",
    "bill to",
    "billed to",
    "sold to",
    "company",
    "company name",
    "patron",
    "member",
    "member id",
    "member name",
    "contact name",
    "客户",
    "客户名称",
    "客户姓名",
    "客户名",
    "客户全称",
    "客户简称",
    "客户编号",
    "客户代码",
    "客户号",
    "顾客",
    "顾客姓名",
    "买家",
    "买家姓名",
    "买家昵称",
    "买方",
    "买方名称",
    "购买方",
    "购买方名称",
    "购方名称",
    "购方",
    "购货单位",
    "付款方",
    "付款单位",
    "付款人",
    "会员",
    "会员名称",
    "会员编号",
    "会员号",
    "甲方",
    "委托方",
    "公司名称",
    "单位名称",
    "往来单位",
    "客戶",
    "客戶名稱",
    "客戶姓名",
    "客戶名",
    "客戶全名",
    "客戶簡稱",
    "客戶編號",
    "客戶代號",
    "客戶代碼",
    "顧客",
    "顧客姓名",
    "顧客名稱",
    "買家",
    "買家姓名",
    "買方",
    "買方名稱",
    "買受人",
    "購買方",
    "購買人",

    "會員",
    "會員名稱",
    "會員編號",
    "公司名稱",
    "客人",
    "往來對象",
};
constexpr Words date_words = {
    "date",
    "order date",
    "invoice date",
    "date of invoice",
    "date of order",
    "ordered on",
    "ordered at",
    "purchase date",
    "date of purchase",
    "transaction date",
    "sale date",
    "sales date",
    "billing date",
    "bill date",
    "invoiced on",
    "document date",
    "posting date",
    "booking date",
    "payment date",
    "paid on",
    "paid at",
    "created at",
    "created on",
    "day",
    "datetime",
    "timestamp",
    "日期",
    "下单日期",
    "订单日期",
    "下单时间",
    "交易日期",
    "交易时间",
    "成交日期",
    "开票日期",
    "发票日期",
    "购买日期",
    "销售日期",
    "付款日期",
    "付款时间",
    "支付时间",
    "支付日期",
    "收款日期",
    "到账日期",
    "记账日期",
    "业务日期",
    "单据日期",
    "订单时间",
    "创建时间",
    "时间",
    "下單日期",
    "訂單日期",
    "下單時間",
    "訂購日期",
    "交易時間",

    "開票日期",
    "發票日期",
    "購買日期",
    "銷售日期",
    "付款時間",
    "支付時間",

    "入帳日期",
    "記帳日期",
    "業務日期",
    "單據日期",
    "帳單日期",
    "訂單時間",
    "建立時間",
    "時間",
};
constexpr Words amount_words = {
    "amount",
    "net amount",
    "net total",
    "net value",
    "net",
    "order amount",
    "invoice amount",
    "order total",
    "invoice total",
    "order value",
    "total amount",
    "total",
    "total price",
    "line total",
    "subtotal",
    "revenue",
    "net revenue",
    "sales",
    "net sales",
    "sales amount",
    "turnover",
    "value",
    "amount paid",
    "paid amount",
    "paid",
    "payment",
    "payment amount",
    "amount due",
    "amount received",
    "gross amount",
    "gross total",
    "grand total",
    "gross",
    "sum",
    "spend",
    "spent",
    "price",
    "fee",
    "金额",
    "订单金额",
    "实收金额",
    "实付金额",
    "不含税金额",
    "销售额",
    "销售金额",
    "成交金额",
    "交易金额",
    "开票金额",
    "发票金额",
    "付款金额",
    "支付金额",
    "收款金额",
    "应收金额",
    "总金额",
    "金额合计",
    "合计金额",
    "净额",
    "含税金额",
    "价税合计",
    "营业额",
    "收入",
    "实收",
    "实付",
    "应收",
    "总价",
    "总额",
    "合计",
    "价格",
    "单价",
    "费用",
    "金額",
    "訂單金額",
    "實收金額",
    "實付金額",
    "未稅金額",
    "銷售額",
    "銷售金額",
    "成交金額",
    "交易金額",
    "開票金額",
    "發票金額",
    "付款金額",
    "支付金額",
    "收款金額",
    "應收金額",
    "總金額",
    "金額合計",
    "合計金額",
    "淨額",
    "含稅金額",
    "營業額",
    "實收",
    "實付",
    "應收",
    "總價",
    "總額",
    "合計",
    "價格",
    "單價",
    "費用",
    "小計",
};
constexpr Words product_words = {
    "product",     "product name", "item",         "item name",  "service",  "service name", "article",
    "description", "sku",          "product code", "stock code", "course",   "title",        "产品",
    "产品名称",    "商品",         "商品名称",     "服务",       "服务名称", "服务项目",     "项目",
    "项目名称",    "货品",         "品名",         "货物名称",   "课程",     "品项",         "產品",
    "產品名稱",    "商品名稱",     "服務",         "服務名稱",   "服務項目", "項目",         "項目名稱",
    "貨品",        "課程",         "品項",
};
constexpr Words tier_words = {
    "tier", "level", "package", "product tier", "service level", "offer",    "grade",    "档次",
    "层级", "级别",  "等级",    "套餐",         "产品层级",      "服务等级", "版本",     "檔次",
    "層級", "級別",  "等級",    "方案",         "套裝",          "產品層級", "服務等級",
};
constexpr Words kind_words = {
    "kind",      "type",     "order type", "transaction type", "document type", "category", "order kind",
    "sale type", "类型",     "订单类型",   "交易类型",         "业务类型",      "类别",     "种类",
    "性质",      "单据类型", "類型",       "訂單類型",         "交易類型",      "業務類型", "類別",
    "種類",      "性質",     "單據類型",
};
constexpr Words channel_words = {
    "channel",  "sales channel", "source",   "lead source", "referral channel", "marketing channel", "origin",
    "platform", "渠道",          "销售渠道", "来源",        "来源渠道",         "推荐渠道",          "平台",
    "获客渠道", "通路",          "銷售通路", "管道",

    "來源",     "來源管道",      "推薦管道", "銷售渠道",
};
constexpr Words cost_words = {
    "cost",    "costs",    "total cost", "direct cost", "cost of sales", "cost of goods", "cogs",
    "expense", "expenses", "cost price", "成本",        "成本金额",      "总成本",        "直接成本",
    "支出",    "进价",     "成本金額",   "總成本",      "進價",
};
constexpr Words document_words = {
    "document number",
    "document no",
    "document",
    "invoice number",
    "invoice no",
    "invoice id",
    "invoice",
    "order number",
    "order no",
    "order id",
    "order",
    "receipt number",
    "receipt no",
    "receipt",
    "transaction id",
    "transaction number",
    "voucher",
    "voucher number",
    "bill number",
    "bill no",
    "reference",
    "reference number",
    "ref no",
    "ref",
    "单号",
    "单据编号",
    "单据号",
    "订单号",
    "订单编号",
    "发票号",
    "发票号码",
    "发票编号",
    "交易号",
    "交易单号",
    "凭证号",
    "流水号",
    "合同号",
    "账单编号",
    "單號",
    "單據編號",
    "單據號碼",
    "訂單編號",
    "訂單號碼",
    "訂單號",
    "發票號碼",
    "發票編號",
    "交易編號",
    "交易序號",
    "憑證號碼",
    "帳單編號",
    "流水號",
};
constexpr Words start_words = {
    "start",
    "start date",
    "started",
    "contract start",
    "begin",
    "begin date",
    "beginning",
    "from",
    "valid from",
    "effective date",
    "signed on",
    "since",
    "subscription start",
    "开始",
    "开始日期",
    "起始日期",
    "合同开始",
    "合同开始日期",
    "生效日期",
    "签约日期",
    "签订日期",
    "起始日",
    "起租日",
    "开通日期",
    "開始",
    "開始日期",

    "合約開始",
    "合約開始日期",

    "簽約日期",
    "簽訂日期",

    "起日",
    "開通日期",
};
constexpr Words monthly_words = {
    "monthly value",
    "monthly amount",
    "monthly fee",
    "monthly price",
    "mrr",
    "monthly recurring revenue",
    "monthly",
    "per month",
    "a month",
    "monthly retainer",
    "retainer",
    "fee per month",
    "monthly revenue",
    "月费",
    "每月金额",
    "月金额",
    "月度金额",
    "月度经常性收入",
    "每月费用",
    "月租",
    "月服务费",
    "月收入",
    "月費",
    "每月金額",
    "月金額",
    "每月經常性收入",
    "每月費用",
    "月服務費",
    "月租費",

};
constexpr Words months_words = {
    "months",          "term",   "duration", "contract term", "term in months", "number of months",
    "contract length", "length", "月数",     "期限",          "合同期限",       "合同月数",
    "服务月数",        "期数",   "服务期限", "月數",          "合約期限",       "合約月數",
    "服務月數",        "期數",   "服務期限",
};
constexpr Words end_words = {
    "end",          "end date",   "ended",           "contract end", "until",
    "to",           "valid to",   "valid until",     "expiry",       "expiry date",
    "expires",      "expires on", "expiration date", "cancelled on", "terminated on",
    "renewal date", "结束",       "结束日期",        "截止日期",     "到期日",
    "到期日期",     "合同结束",   "合同结束日期",    "终止日期",     "终止日",
    "結束",         "結束日期",   "合約結束",        "合約結束日期", "終止日期",
    "終止日",       "迄日",
};
constexpr Words plan_words = {
    "plan",    "plan name", "tier", "package", "subscription", "subscription plan",
    "product", "方案",      "套餐", "计划",    "订阅方案",     "版本",
    "档次",    "产品",      "計畫", "計劃",    "訂閱方案",     "方案名稱",
    "檔次",    "產品",
};
constexpr Words renewed_words = {
    "renewed", "renewal",  "is renewed", "renewed on", "renewal status", "auto renewal", "续约",
    "已续约",  "是否续约", "续费",       "是否续费",   "续签",           "是否续签",     "續約",
    "已續約",  "是否續約", "續費",       "是否續費",   "續簽",
};
constexpr Words paused_from_words = {
    "paused from", "pause from", "pause start",  "paused on",    "paused since", "pause begin",
    "hold from",   "暂停开始",   "暂停自",       "暂停开始日期", "暂停日期",     "暂停起",
    "暫停開始",    "暫停自",     "暫停開始日期", "暫停日期",     "暫停起",
};
constexpr Words paused_to_words = {
    "paused to",  "pause to", "paused until", "pause until",  "pause end", "resumed on",
    "hold until", "暂停结束", "暂停至",       "暂停结束日期", "恢复日期",  "暂停止",
    "暫停結束",   "暫停至",   "暫停結束日期", "恢復日期",     "暫停迄",
};
constexpr Words referrer_words = {
    "referrer",      "referrer name", "referred by", "recommender",      "recommended by",
    "advocate",      "introduced by", "introducer",  "referring client", "referring customer",
    "source client", "推荐人",        "推荐者",      "推荐客户",         "介绍人",
    "转介绍人",      "老客户",        "邀请人",      "推薦人",           "推薦者",
    "推薦客戶",      "介紹人",        "轉介紹人",    "舊客戶",           "老客戶",
    "邀請人",
};
constexpr Words referred_words = {
    "referred",
    "referred client",
    "referred customer",
    "referred name",
    "referral",
    "referral name",
    "referee",
    "lead",
    "lead name",
    "new client",
    "new customer",
    "prospect",
    "invitee",
    "被推荐客户",
    "被推荐人",
    "被介绍人",
    "新客户",
    "被推荐者",
    "受邀人",
    "线索",
    "被推薦客戶",
    "被推薦人",
    "被介紹人",
    "新客戶",
    "被推薦者",

    "潛在客戶",
};
constexpr Words referral_date_words = {
    "date", "referral date", "referred on", "date of referral", "introduced on", "invited on", "created at",
    "day",  "日期",          "推荐日期",    "推荐时间",         "介绍日期",      "转介绍日期", "邀请日期",
    "时间", "推薦日期",      "推薦時間",    "介紹日期",         "轉介紹日期",    "邀請日期",   "時間",
};
constexpr Words clicked_words = {
    "clicked", "click",    "clicked on", "click date", "opened", "link clicked", "点击",
    "已点击",  "点击日期", "点击时间",   "點擊",       "已點擊", "點擊日期",     "點擊時間",
};
constexpr Words registered_words = {
    "registered", "registration", "registered on", "registration date", "signed up", "sign up",
    "signup",     "注册",         "已注册",        "注册日期",          "注册时间",  "註冊",
    "已註冊",     "註冊日期",     "註冊時間",
};
constexpr Words closed_words = {
    "closed",     "closed on", "won",      "won on",   "converted", "closing date",
    "close date", "deal date", "signed",   "成交",     "已成交",    "成交日期",
    "成交时间",   "签约",      "是否成交", "成交時間", "簽約",
};
constexpr Words deal_words = {
    "deal",           "deal value", "deal amount", "amount",   "value",    "order value",
    "contract value", "revenue",    "成交金额",    "订单金额", "合同金额", "金额",
    "成交额",         "成交金額",   "訂單金額",    "合約金額", "金額",     "成交額",
};
constexpr Words size_words = {
    "size", "deal size", "size class", "规模", "订单规模", "大小", "規模", "訂單規模",
};
constexpr Words reward_words = {
    "reward paid", "reward paid on", "reward",   "paid",     "paid on",      "bonus paid", "commission paid",
    "commission",  "payout",         "奖励已付", "奖励发放", "奖励发放日期", "奖励",       "佣金",
    "返佣",        "已发奖励",       "獎勵已付", "獎勵發放", "獎勵發放日期", "獎勵",       "回饋金",
    "已發獎勵",
};
constexpr Words nps_words = {
    "nps",  "net promoter score", "score",  "rating", "净推荐值", "推荐分",
    "评分", "淨推薦值",           "推薦分", "評分",
};
constexpr Words segment_words = {
    "segment",  "client segment", "customer segment",
    "group",    "customer group", "client group",
    "industry", "sector",         "class",
    "细分",     "客户细分",       "客户分类",
    "分类",     "客户类型",       "行业",
    "客户等级", "分组",           "區隔",
    "客群",     "客戶分類",       "分類",
    "客戶類型", "產業",           "行業",
    "客戶等級", "分組",
};
constexpr Words first_contact_words = {
    "first contact", "first contact date", "first order",  "client since", "customer since",
    "since",         "first seen",         "joined",       "acquired on",  "首次接触",
    "首次联系",      "首次合作",           "首次联系日期", "首单日期",     "建档日期",
    "成为客户日期",  "首次下单",           "首次接觸",     "首次聯絡",     "首次聯絡日期",
    "首單日期",      "建檔日期",           "成為客戶日期", "首次下單",
};
constexpr Words visibility_words = {
    "visibility", "delivery visibility", "visibility of delivery", "交付可见度", "可见度", "交付可見度",
    "可見度",
};
constexpr Words response_words = {
    "response", "responsiveness", "response score", "沟通响应", "响应",
    "响应度",   "溝通回應",       "回應",           "回應度",
};
constexpr Words ritual_words = {
    "ritual", "rituals", "management ritual", "管理仪式感", "仪式感", "管理儀式感", "儀式感",
};
constexpr Words proof_words = {
    "proof", "social proof", "evidence", "社会证明", "证明", "社會證明", "證明",
};
constexpr Words wallet_words = {
    "wallet total", "wallet",   "total wallet", "wallet size", "total budget", "budget", "annual budget",
    "total spend",  "钱包总额", "客户预算",     "总预算",      "年度预算",     "预算",   "钱包",
    "錢包總額",     "客戶預算", "總預算",       "年度預算",    "預算",         "錢包",
};
constexpr Words products_owned_words = {
    "products owned",  "number of products", "products",   "product count",
    "products bought", "services used",      "已购产品数", "产品数",
    "产品数量",        "持有产品数",         "已購產品數", "產品數",
    "產品數量",        "持有產品數",
};
constexpr Words active_days_words = {
    "active days", "days active", "activity", "active days a month",
    "活跃天数",    "活跃日数",    "活躍天數", "活躍日數",
};
constexpr Words hours_words = {
    "hours spent", "hours",    "time spent", "effort", "service hours", "投入工时", "工时",
    "小时数",      "服务时长", "投入時數",   "工時",   "時數",          "服務時數",
};
constexpr Words usage_sign_words = {
    "usage falls", "usage down", "usage drop", "less usage", "falling usage",
    "使用下降",    "使用量下降", "使用减少",   "使用減少",
};
constexpr Words reply_sign_words = {
    "replies slow down", "slow replies", "slow response", "replies slower", "回复变慢",
    "响应变慢",          "回复慢",       "回覆變慢",      "回應變慢",
};
constexpr Words contract_sign_words = {
    "asks about the contract",
    "contract questions",
    "asks about contract",
    "asks about cancelling",
    "cancellation question",
    "询问合同",
    "询问取消",
    "问及合同",
    "詢問合約",
    "詢問取消",
    "問及合約",
};
constexpr Words contact_sign_words = {
    "key contact leaves", "key contact left", "contact left",   "champion left", "关键联系人离开",
    "联系人离职",         "对接人离职",       "關鍵聯絡人離開", "聯絡人離職",    "窗口離職",
};
constexpr Words silence_sign_words = {
    "check ins unanswered",
    "unanswered check ins",
    "no answer",
    "unanswered",
    "未回应",
    "回访未回应",
    "不回复",
    "未回應",
    "回訪未回應",
    "不回覆",
};
constexpr Words note_words = {
    "note", "notes", "remark", "remarks", "comment", "comments", "memo", "summary", "details", "备注",
    "说明", "记录",  "内容",   "摘要",    "備註",    "說明",     "記錄", "紀錄",    "內容",    "附註",
};
constexpr Words touch_date_words = {
    "date",     "contact date", "touch date", "contacted on", "date of contact", "meeting date", "call date",
    "day",      "日期",         "联系日期",   "联系时间",     "触达日期",        "触达时间",     "沟通日期",
    "跟进日期", "跟进时间",     "拜访日期",   "时间",         "聯絡日期",        "聯絡時間",     "接觸日期",
    "溝通日期", "跟進日期",     "拜訪日期",   "時間",
};
constexpr Words touch_kind_words = {
    "kind",          "type",     "touch",    "touch type", "contact type", "kind of contact", "activity",
    "activity type", "method",   "medium",   "类型",       "触达方式",     "联系方式",        "触达类型",
    "沟通方式",      "跟进方式", "方式",     "活动类型",   "類型",         "接觸方式",        "聯絡方式",
    "接觸類型",      "溝通方式", "跟進方式", "活動類型",
};

constexpr Role ledger_roles[] = {
    {"client", text("Client"), true, Content::text, client_words},
    {"date", text("Date"), true, Content::date, date_words},
    {"amount", text("Amount"), true, Content::number, amount_words},
    {"product", text("Product"), false, Content::text, product_words},
    {"tier", text("Tier"), false, Content::text, tier_words},
    {"kind", text("Kind"), false, Content::text, kind_words},
    {"channel", text("Channel"), false, Content::text, channel_words},
    {"cost", text("Cost"), false, Content::number, cost_words},
    {"document", text("Document number"), false, Content::text, document_words},
};
constexpr Role contract_roles[] = {
    {"client", text("Client"), true, Content::text, client_words},
    {"start", text("Start"), true, Content::date, start_words},
    {"monthly", text("Monthly value"), false, Content::number, monthly_words},
    {"amount", text("Amount"), false, Content::number, amount_words},
    {"months", text("Months"), false, Content::number, months_words},
    {"end", text("End"), false, Content::date, end_words},
    {"plan", text("Plan"), false, Content::text, plan_words},
    {"renewed", text("Renewed"), false, Content::text, renewed_words},
    {"paused_from", text("Paused from"), false, Content::date, paused_from_words},
    {"paused_to", text("Paused to"), false, Content::date, paused_to_words},
};
constexpr Role referral_roles[] = {
    {"referrer", text("Referrer"), true, Content::text, referrer_words},
    {"referred", text("Referred"), true, Content::text, referred_words},
    {"date", text("Date"), true, Content::date, referral_date_words},
    {"channel", text("Channel"), false, Content::text, channel_words},
    {"clicked", text("Clicked"), false, Content::date, clicked_words},
    {"registered", text("Registered"), false, Content::date, registered_words},
    {"closed", text("Closed"), false, Content::date, closed_words},
    {"deal", text("Deal value"), false, Content::number, deal_words},
    {"size", text("Deal size"), false, Content::text, size_words},
    {"reward_paid", text("Reward paid"), false, Content::date, reward_words},
    {"nps", text("Net promoter score"), false, Content::number, nps_words},
};
constexpr Role client_roles[] = {
    {"client", text("Client"), true, Content::text, client_words},
    {"segment", text("Segment"), false, Content::text, segment_words},
    {"first_contact", text("First contact"), false, Content::date, first_contact_words},
    {"visibility", text("Visibility"), false, Content::number, visibility_words},
    {"response", text("Response"), false, Content::number, response_words},
    {"ritual", text("Ritual"), false, Content::number, ritual_words},
    {"proof", text("Social proof"), false, Content::number, proof_words},
    {"wallet", text("Wallet total"), false, Content::number, wallet_words},
    {"products", text("Products owned"), false, Content::number, products_owned_words},
    {"active_days", text("Active days"), false, Content::number, active_days_words},
    {"hours", text("Hours spent"), false, Content::number, hours_words},
    {"sign_usage", text("Usage falls"), false, Content::text, usage_sign_words},
    {"sign_replies", text("Replies slow down"), false, Content::text, reply_sign_words},
    {"sign_contract", text("Asks about the contract"), false, Content::text, contract_sign_words},
    {"sign_contact", text("Key contact leaves"), false, Content::text, contact_sign_words},
    {"sign_silence", text("Check-ins unanswered"), false, Content::text, silence_sign_words},
    {"notes", text("Note"), false, Content::text, note_words},
};
constexpr Role touch_roles[] = {
    {"client", text("Client"), true, Content::text, client_words},
    {"date", text("Date"), true, Content::date, touch_date_words},
    {"kind", text("Kind"), true, Content::text, touch_kind_words},
    {"note", text("Note"), false, Content::text, note_words},
};

struct Sheet {
    std::string_view key;
    catalog::Text label;
    std::span<const Role> roles;
};

/// In the order of SheetKind.
constexpr Sheet sheets[] = {
    {"ledger", text("Ledger"), ledger_roles},         {"contracts", text("Contracts"), contract_roles},
    {"referrals", text("Referrals"), referral_roles}, {"clients", text("Clients"), client_roles},
    {"touches", text("Touches"), touch_roles},
};

const Sheet& described(SheetKind kind) {
    return sheets[static_cast<std::size_t>(kind)];
}

} // namespace

std::string_view key(SheetKind kind) {
    return described(kind).key;
}

catalog::Text label(SheetKind kind) {
    return described(kind).label;
}

std::optional<SheetKind> sheet_kind(std::string_view key) {
    const auto found = std::find_if(std::begin(sheet_kinds), std::end(sheet_kinds),
                                    [key](SheetKind kind) { return described(kind).key == key; });
    return found == std::end(sheet_kinds) ? std::nullopt : std::optional(*found);
}

std::span<const Role> roles(SheetKind kind) {
    return described(kind).roles;
}

std::string range_name(SheetKind kind, const Role& role) {
    return fmt::format("pn_{}_{}", key(kind), role.key);
}

} // namespace perennial::dashboard
