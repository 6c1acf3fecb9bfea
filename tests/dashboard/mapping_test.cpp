#include "dashboard/mapping.hpp"

#include "dashboard/sample.hpp"

#include <gtest/gtest.h>

#include <string>

namespace perennial::dashboard {
namespace {

/// The columns of a guess by the roles' keys, as "client=A date=B".
std::string guessed(SheetKind kind, const Sample& sample) {
    const Mapping mapping = guess_mapping(kind, sample);
    std::string result;
    const auto all = roles(kind);
    for (std::size_t role = 0; role < all.size(); ++role)
        if (const auto column = mapping.columns[role])
            result +=
                (result.empty() ? "" : " ") + std::string(all[role].key) + "=" + column_letters(*column);
    return result;
}

std::string ledger(std::initializer_list<Row> rows) {
    return guessed(SheetKind::ledger, sheet(rows));
}

TEST(GuessMapping, ReadsEnglishHeaders) {
    EXPECT_EQ(ledger({{"Customer", "Invoice date", "Amount"}, {"Anna", day, 12.5}}),
              "client=A date=B amount=C");
    EXPECT_EQ(ledger({{"Order date", "Client name", "Net total, EUR"}, {day, "Anna", 12.5}}),
              "client=B date=A amount=C");
    EXPECT_EQ(ledger({{"Buyer", "Date of purchase", "Revenue"}, {"Anna", day, 12.5}}),
              "client=A date=B amount=C");
}

TEST(GuessMapping, ReadsSimplifiedChineseHeaders) {
    EXPECT_EQ(ledger({{"客户", "日期", "金额（元）"}, {"王芳", day, 12.5}}), "client=A date=B amount=C");
    EXPECT_EQ(ledger({{"订单编号", "下单日期", "购买方", "含税金额", "商品名称", "渠道"},
                      {"A1", day, "王芳", 12.5, "咨询", "微信"}}),
              "client=C date=B amount=D product=E channel=F document=A");
    EXPECT_EQ(ledger({{"客户名称", "开票日期", "实收金额"}, {"王芳", day, 12.5}}),
              "client=A date=B amount=C");
}

TEST(GuessMapping, ReadsTraditionalChineseHeaders) {
    EXPECT_EQ(ledger({{"客戶名稱", "訂購日期", "未稅金額"}, {"王芳", day, 12.5}}),
              "client=A date=B amount=C");
    EXPECT_EQ(ledger({{"發票號碼", "發票日期", "買受人", "金額（新台幣）", "品名"},
                      {"A1", day, "王芳", 12.5, "顧問"}}),
              "client=C date=B amount=D product=E document=A");
}

TEST(GuessMapping, IsNotPutOffByCaseBlanksPunctuationUnitsAndFullWidthForms) {
    EXPECT_EQ(ledger({{"\uFEFFCUSTOMER_NAME", " invoice-date: ", "Amount (EUR)"}, {"Anna", day, 12.5}}),
              "client=A date=B amount=C");
    EXPECT_EQ(ledger({{"Ｃｌｉｅｎｔ", "　日　期　", "Amount in €"}, {"Anna", day, 12.5}}),
              "client=A date=B amount=C");
    EXPECT_EQ(ledger({{"CustomerID", "InvoiceDate", "TotalPrice"}, {17850.0, day, 12.5}}),
              "client=A date=B amount=C");
    EXPECT_EQ(ledger({{"Client\nname", "Order\ndate", "Amount\n€"}, {"Anna", day, 12.5}}),
              "client=A date=B amount=C");
}

TEST(GuessMapping, ReadsCdnow) {
    EXPECT_EQ(
        ledger({{"customer_id", "date", "number_of_cds", "dollar_value"}, {1.0, 19970101.0, 1.0, 11.77}}),
        "client=A date=B amount=D");
}

TEST(GuessMapping, ReadsCdnowWithoutHeadersByItsContents) {
    EXPECT_EQ(ledger({{4.0, 1.0, 19970101.0, 2.0, 29.33}, {4.0, 1.0, 19970118.0, 2.0, 29.73}}),
              "client=A date=C amount=E");
}

TEST(GuessMapping, ReadsAnOnlineShopsExport) {
    EXPECT_EQ(ledger({{"InvoiceNo", "StockCode", "Description", "Quantity", "InvoiceDate", "UnitPrice",
                       "CustomerID", "Country", "Total"},
                      {"536365", "85123A", "HOLDER", 6.0, 40513.35, 2.55, 17850.0, "UK", 15.3}}),
              "client=G date=E amount=I product=C document=A");
}

TEST(GuessMapping, FindsTheHeadersBelowTitleRows) {
    const Sample sample = sheet({{"Hartmann & Lee Advisory"},
                                 {"Orders by date", none, "printed", 45300.0},
                                 {},
                                 {none, "Customer", "Date", "Amount"},
                                 {none, "Anna", day, 12.5}});
    EXPECT_EQ(guess_mapping(SheetKind::ledger, sample).first_row, 3);
    EXPECT_EQ(guessed(SheetKind::ledger, sample), "client=B date=C amount=D");
}

TEST(GuessMapping, FindsHeadersOfALanguageItDoesNotKnow) {
    const Sample sample = sheet({{"Aufträge 2024"},
                                 {"Kunde", "Datum", "Betrag"},
                                 {"Anna", day, 12.5},
                                 {"Berg", day + 1, 20.25},
                                 {"Anna", day + 2, 8.0}});
    EXPECT_EQ(guess_mapping(SheetKind::ledger, sample).first_row, 1);
    EXPECT_EQ(guessed(SheetKind::ledger, sample), "client=A date=B amount=C");
}

TEST(GuessMapping, GivesNoColumnTwoRoles) {
    EXPECT_EQ(ledger({{"Order date"}, {day}}), "date=A");
    EXPECT_EQ(ledger({{"Order"}, {"A1"}}), "document=A");
}

TEST(GuessMapping, PrefersTheHeaderThatSaysMore) {
    EXPECT_EQ(ledger({{"Customer city", "Our customer", "Due date", "Date", "Discount amount", "Amount"},
                      {"Ulm", "Anna", day, day, 1.0, 12.5}}),
              "client=B date=D amount=F");
    EXPECT_EQ(ledger({{"客户经理", "主要客户", "日期", "金额"}, {"李", "王芳", day, 12.5}}),
              "client=B date=C amount=D");
    EXPECT_EQ(
        ledger({{"Client", "Date", "Gross total", "VAT", "Net total"}, {"Anna", day, 119.0, 19.0, 100.0}}),
        "client=A date=B amount=E");
}

TEST(GuessMapping, LetsContentsBreakTies) {
    EXPECT_EQ(ledger({{"Client", "Date", "Date", "Amount", "Amount"}, {"Anna", "soon", day, "open", 12.5}}),
              "client=A date=C amount=E");
}

TEST(GuessMapping, LeavesARoleOpenThatNoColumnCanPlay) {
    EXPECT_EQ(ledger({{"Name", "City"}, {"Anna", "Ulm"}}), "client=A");
    EXPECT_FALSE(guess_mapping(SheetKind::ledger, sheet({{"Name", "City"}, {"Anna", "Ulm"}})).complete());
}

TEST(GuessMapping, ExpectsNothingOfAnEmptySheet) {
    const Mapping mapping = guess_mapping(SheetKind::ledger, {.sheet = "Empty", .columns = {}});
    EXPECT_EQ(mapping.first_row, 0);
    EXPECT_FALSE(mapping.complete());
}

TEST(GuessMapping, ReadsContracts) {
    EXPECT_EQ(guessed(SheetKind::contracts, sheet({{"Client", "Start date", "End date", "Monthly fee", "Plan",
                                                    "Paused from", "Paused to"},
                                                   {"Anna", day, day + 365, 149.0, "Pro", none, none}})),
              "client=A start=B monthly=D end=C plan=E paused_from=F paused_to=G");
    EXPECT_EQ(guessed(SheetKind::contracts,
                      sheet({{"客户名称", "合同开始日期", "到期日", "合同金额", "月数", "是否续约"},
                             {"王芳", day, day + 365, 1788.0, 12.0, "是"}})),
              "client=A start=B amount=D months=E end=C renewed=F");
}

TEST(GuessMapping, ReadsReferrals) {
    EXPECT_EQ(
        guessed(SheetKind::referrals, sheet({{"Referred by", "New client", "Date", "Channel", "Deal value"},
                                             {"Anna", "Berg", day, "mail", 500.0}})),
        "referrer=A referred=B date=C channel=D deal=E");
    EXPECT_EQ(guessed(SheetKind::referrals, sheet({{"推薦人", "被推薦客戶", "推薦日期", "成交金額"},
                                                   {"王芳", "李明", day, 500.0}})),
              "referrer=A referred=B date=C deal=D");
}

TEST(GuessMapping, ReadsClients) {
    EXPECT_EQ(guessed(SheetKind::clients, sheet({{"客户", "行业", "首次合作", "交付可见度", "备注"},
                                                 {"王芳", "教育", day, 80.0, "好"}})),
              "client=A segment=B first_contact=C visibility=D notes=E");
}

TEST(GuessMapping, ReadsTouches) {
    EXPECT_EQ(guessed(SheetKind::touches, sheet({{"Client", "Contact date", "Kind of contact", "Remarks"},
                                                 {"Anna", day, "call", "fine"}})),
              "client=A date=B kind=C note=D");
    EXPECT_EQ(guessed(SheetKind::touches,
                      sheet({{"客戶", "聯絡日期", "聯絡方式", "備註"}, {"王芳", day, "電話", "好"}})),
              "client=A date=B kind=C note=D");
}

/// The first row of a guess as the office counts, its columns, and the headers that it shows.
std::string shown(SheetKind kind, const Sample& sample) {
    const Mapping mapping = guess_mapping(kind, sample);
    std::string result = std::to_string(mapping.first_row + 1);
    for (const auto column : mapping.columns)
        if (column)
            result += "|" + column_letters(*column) + " " + header(sample, mapping, *column);
    return result + (mapping.last_row ? "|to " + std::to_string(*mapping.last_row + 1) : "");
}

std::string shown(std::initializer_list<Row> rows) {
    return shown(SheetKind::ledger, sheet(rows));
}

TEST(GuessMapping, ReadsAHeaderThatGroupsColumns) {
    EXPECT_EQ(shown({{"Sales 2024"},
                     {"Customer", none, "Order", none, none},
                     {"Name", "City", "Date", "Number", "Amount (EUR)"},
                     {"Anna", "Ulm", day, "A1", 12.5}}),
              "3|A Customer Name|C Order Date|E Order Amount (EUR)|D Order Number");
    EXPECT_EQ(shown(SheetKind::ledger, sheet({{"客户", none, "订单", none},
                                              {"名称", "城市", "日期", "金额（元）"},
                                              {"王芳", "北京", day, 12.5}})),
              "2|A 客户 名称|C 订单 日期|D 订单 金额（元）");
}

TEST(GuessMapping, ReadsCellsThatAreMergedDownwards) {
    EXPECT_EQ(shown({{"Customer", "Order", none, "Amount"},
                     {none, "Date", "Number", none},
                     {"Anna", day, "A1", 12.5}}),
              "2|A Customer|B Order Date|D Amount|C Order Number");
    EXPECT_EQ(shown({{"Customer", "Date", "Order", none},
                     {none, none, "Number", "Amount"},
                     {"Anna", day, "A1", 12.5}}),
              "3|A Customer|B Date|D Order Amount|C Order Number");
}

TEST(GuessMapping, PassesOverARowOfUnits) {
    EXPECT_EQ(shown({{"Client", "Date", "Amount"}, {none, "yyyy-mm-dd", "EUR"}, {"Anna", day, 12.5}}),
              "2|A Client|B Date yyyy-mm-dd|C Amount EUR");
    EXPECT_EQ(shown({{"客戶", "日期", "金額"}, {none, none, "（元）"}, {"王芳", day, 12.5}}),
              "3|A 客戶|B 日期|C 金額 （元）");
}

TEST(GuessMapping, TakesTheTableThatFitsBest) {
    const auto beside = {Row{"Product", "Price", none, "Client", "Date", "Amount"},
                         Row{"Book", 10.0, none, "Anna", day, 12.5},
                         Row{"Course", 20.0, none, "Berg", day, 8.0}};
    EXPECT_EQ(shown(SheetKind::ledger, sheet(beside)), "1|D Client|E Date|F Amount");
    const auto below = {Row{"Product", "Price"},
                        Row{"Book", 10.0},
                        Row{},
                        Row{"Orders"},
                        Row{"Client", "Date", "Amount"},
                        Row{"Anna", day, 12.5},
                        Row{"Berg", day + 1, 8.0}};
    EXPECT_EQ(shown(SheetKind::ledger, sheet(below)), "5|A Client|B Date|C Amount");
    EXPECT_EQ(
        shown(SheetKind::touches, sheet({{"Client", "Date", "Amount", none, "Client", "Contact date", "Kind"},
                                         {"Anna", day, 12.5, none, "Berg", day, "call"}})),
        "1|E Client|F Contact date|G Kind");
}

TEST(GuessMapping, TakesOneTableWithAnEmptyColumnForOne) {
    EXPECT_EQ(shown({{"Client", none, "Date", none, "Amount"}, {"Anna", none, day, none, 12.5}}),
              "1|A Client|C Date|E Amount");
}

TEST(GuessMapping, EndsWhereAnotherTableFollowsBelow) {
    EXPECT_EQ(shown({{"Client", "Date", "Amount"},
                     {"Anna", day, 12.5},
                     {},
                     {"Berg", day, 8.0},
                     {},
                     {},
                     {"Price list"},
                     {"Product", "Price", "Stock"},
                     {"Book", 10.0, 3.0}}),
              "1|A Client|B Date|C Amount|to 6");
    EXPECT_EQ(shown({{"客户", "日期", "金额"},
                     {"王芳", day, 12.5},
                     {},
                     {"客户", "日期", "金额"},
                     {"李明", day, 8.0}}),
              "1|A 客户|B 日期|C 金额|to 3");
}

TEST(GuessMapping, LeavesNoRowBelowAGapOutInSilence) {
    EXPECT_EQ(shown({{"Client", "Date", "Amount"},
                     {"Anna", day, 12.5},
                     {},
                     {"Berg", "soon", "a lot"},
                     {},
                     {"Total", none, 12.5},
                     {},
                     {"Source: the shop"}}),
              "1|A Client|B Date|C Amount");
}

TEST(GuessMapping, ReadsAHeaderThatHoldsANumber) {
    EXPECT_EQ(shown({{"Client", "Date", "Amount", 2024.0}, {"Anna", day, 12.5, 3.0}}),
              "1|A Client|B Date|C Amount");
    EXPECT_EQ(shown({{"Client", "Date", 2024.0}, {"Anna", day, 12.5}, {"Berg", day, 9.5}}),
              "1|A Client|B Date|C 2024");
}

TEST(GuessMapping, ReadsDatesThatAreText) {
    for (const char* date : {"2024-01-31", "31.01.2024", "2024年1月31日", "20240131"})
        EXPECT_EQ(shown({{"Customer", "Booked", "Amount"}, {"Anna", date, 12.5}, {"Berg", date, 9.5}}),
                  "1|A Customer|B Booked|C Amount")
            << date;
}

TEST(GuessMapping, ReadsHeadersAmongBlanksAndBreaks) {
    EXPECT_EQ(shown({{"\uFEFFClient ", "Date\u00A0", "Amount\r\n(USD) ", "\u3000"}, {"Anna", day, 12.5}}),
              "1|A Client|B Date|C Amount (USD)");
}

TEST(GuessMapping, ReadsEachKindInEachLanguage) {
    const auto contracts = [](std::initializer_list<Row> rows) {
        return guessed(SheetKind::contracts, sheet(rows));
    };
    EXPECT_EQ(contracts({{"客戶名稱", "合約開始日期", "合約結束日期", "月費（元）", "方案", "是否續約"},
                         {"王芳", day, day + 365, 149.0, "標準", "是"}}),
              "client=A start=B monthly=D end=C plan=E renewed=F");
    EXPECT_EQ(contracts({{"Customer", "Contract start", "Term in months", "Contract amount"},
                         {"Anna", day, 12.0, 1200.0}}),
              "client=A start=B amount=D months=C");
    EXPECT_EQ(guessed(SheetKind::referrals, sheet({{"推荐人", "被推荐人", "推荐日期", "渠道", "是否成交",
                                                    "成交金额", "奖励发放日期"},
                                                   {"王芳", "李明", day, "微信", day, 500.0, day}})),
              "referrer=A referred=B date=C channel=D closed=E deal=F reward_paid=G");
    EXPECT_EQ(guessed(SheetKind::clients, sheet({{"Client", "Segment", "Client since", "Delivery visibility",
                                                  "Responsiveness", "Ritual", "Social proof", "Wallet total"},
                                                 {"Anna", "A", day, 80.0, 70.0, 60.0, 50.0, 1e5}})),
              "client=A segment=B first_contact=C visibility=D response=E ritual=F proof=G wallet=H");
    EXPECT_EQ(guessed(SheetKind::clients, sheet({{"客戶", "產業", "首次合作日期", "交付可見度", "備註"},
                                                 {"王芳", "教育", day, 80.0, "好"}})),
              "client=A segment=B first_contact=C visibility=D notes=E");
    EXPECT_EQ(guessed(SheetKind::touches,
                      sheet({{"客户", "联系日期", "联系方式", "备注"}, {"王芳", day, "电话", "好"}})),
              "client=A date=B kind=C note=D");
}

TEST(Mapping, OfContractsIsCompleteWithAMonthlyValueOrAmountAndMonths) {
    Mapping mapping{.kind = SheetKind::contracts, .sheet = "Contracts", .first_row = 0, .columns = {0, 1}};
    mapping.columns.resize(roles(SheetKind::contracts).size());
    EXPECT_FALSE(mapping.complete());
    mapping.columns[3] = 3;
    EXPECT_FALSE(mapping.complete());
    mapping.columns[4] = 4;
    EXPECT_TRUE(mapping.complete());
    mapping.columns[3] = mapping.columns[4] = std::nullopt;
    mapping.columns[2] = 2;
    EXPECT_TRUE(mapping.complete());
}

TEST(Header, IsTheTextOfTheHeaderRowOnOneLine) {
    const Sample sample =
        sheet({{"Orders"}, {"Client\nname ", "Date", "Amount", none}, {"Anna", day, 12.5, "x"}});
    const Mapping mapping = guess_mapping(SheetKind::ledger, sample);
    EXPECT_EQ(header(sample, mapping, 0), "Client name");
    EXPECT_EQ(header(sample, mapping, 3), "D");
}

TEST(Header, IsTheLetterWhereTheFirstRowIsData) {
    const Sample sample = sheet({{"Anna", day, 12.5}, {"Berg", day, 20.0}});
    EXPECT_EQ(header(sample, guess_mapping(SheetKind::ledger, sample), 0), "A");
}

TEST(ColumnLetters, CountAsTheOfficeDoes) {
    EXPECT_EQ(column_letters(0), "A");
    EXPECT_EQ(column_letters(25), "Z");
    EXPECT_EQ(column_letters(26), "AA");
    EXPECT_EQ(column_letters(16383), "XFD");
}

TEST(ColumnIndex, IsTheInverse) {
    for (const int column : {0, 25, 26, 701, 702, 16383})
        EXPECT_EQ(column_index(column_letters(column)), column);
    EXPECT_EQ(column_index("xfd"), 16383);
    EXPECT_EQ(column_index(""), std::nullopt);
    EXPECT_EQ(column_index("A1"), std::nullopt);
    EXPECT_EQ(column_index("Customer"), std::nullopt);
}

} // namespace
} // namespace perennial::dashboard
