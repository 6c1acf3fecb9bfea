#pragma once

#include <cstddef>
#include <iterator>
#include <string_view>

/// Every text that panels, dashboards and commands show, in English; the one list that the translations
/// cover. Words in braces are replaced by values and stay as they are in every language.
namespace perennial::catalog {

inline constexpr std::string_view texts[] = {
    // Product
    "Client value",
    // Retention dashboard
    "Drawing the page",
    "Reading the ledger",
    "Drawing the cohort table",
    "Drawing the months",
    "Drawing the chart",
    "Row used",
    "Workings: the figures behind the page",
    "As-of date",
    "The month before",
    "Two months before",
    "Clients who ordered, by month of first order",
    "Revenue, by month of first order",
    "Clients",
    "Rows set aside",
    "Rows used",
    "Active clients",
    "Active clients the month before",
    "Active clients two months before",
    "Clients lost",
    "Clients lost the month before",
    "Client churn",
    "Client churn the month before",
    "Repeat rate",
    "Repeat rate the month before",
    "Cohorts",
    "Months without room",
    "Clients without room",
    "Client retention",
    "As of {date} · by month",
    "The data have outgrown this page: refresh it",
    "{used} rows used, none set aside",
    "{used} of {total} rows used · {aside} set aside, see Check data",
    "A row cannot be used: check the data, then refresh",
    "Client churn, month",
    "Returning share of revenue",
    "Average ticket",
    "Clients who ordered again, by month of first order",
    "Cohort",
    "Highest share that came back",
    "Month",
    "New clients",
    "Returning clients",
    "Revenue",
    "Months",
    "Revenue by month",
    "Introduction",
    "Growth",
    "Maturity",
    "Dormant",
    "Earn trust: exceed the first expectation",
    "Find the second need and cross-sell",
    "Invite referrals and member events",
    "Wake with content, not advertising",
    "Where clients stand, and what they need",
    "Stage",
    "Share",
    "Next step",
    "Revenue by month, from new and returning clients",
    "Definitions in force. Active clients: ordered in the three months up to the as-of date. Client "
    "churn: clients who have not ordered for three months since the month before ÷ clients active "
    "then. Returning share: revenue of the month from clients whose first order was in an earlier "
    "month ÷ revenue of the month. Repeat rate: clients with orders on two or more days ÷ all "
    "clients. Average ticket: revenue of the month ÷ clients who ordered in it. Changes compare with "
    "one month before. Cohort: calendar month of the first order; shades are shares of the cohort. "
    "Stages: dormant after three months without an order, otherwise introduction up to 3, growth up "
    "to 12 months since the first order, then maturity. Every figure on this page is a formula: "
    "Tools ▸ Detective ▸ Trace Precedents.",
    // Data check
    "{column} is missing",
    "{column} is text",
    "{column} holds an error",
    "{column} lies outside what is possible",
    "{column} lies before the start",
    "{column} stands in an earlier row already",
    "This referral closes a circle: the client brought itself through others",
    "This client was referred by somebody else in an earlier row",
    "{count} rows cannot be used",
    "{count} rows cannot be used; the first {shown}:",
    "None: every row can be used",
    "Data check",
    "Sheet",
    "Cell",
    // Words that number formats carry
    "on last month",
    "points on last month",
    // Commands
    "The {kind} is mapped: {columns}",
    "All {rows} rows can be used",
    "Checking the ledger",
    "Calculating",
    "{aside} of {rows} rows cannot be used",
    "The retention dashboard is built from {rows} rows in {seconds} s",
    "The retention dashboard is built from {rows} rows in {seconds} s; {aside} rows are set aside",
    "There is nothing to refresh: build a dashboard first",
    "Choose the sheet with your orders first: no ledger is mapped in this document",
    "The ledger has no row that can be used: check the mapping and the data",
    "There is no sheet \"{sheet}\" in this document",
    "The sheet \"{sheet}\" has no column \"{column}\"",
    "Say which column holds {role}: it was not recognised on the sheet \"{sheet}\"",
    "There is no kind of sheet called \"{kind}\"; use ledger, contracts, referrals, clients or touches",
    "The dashboard \"{dashboard}\" cannot be built yet; use retention",
    "\"{date}\" is no date; write it as 2024-12-31",
    "\"{period}\" is no period; use month",
    "The command \"{command}\" is not known",
    "Open a spreadsheet first: the command needs one",
    "Cancelled; the document is as it was",
    "Another command is still at work",
    "This could not be done, and the document is as it was: {reason}",
    "Build the retention dashboard",
    "Refresh the dashboards",
    "Map the client sheet",
    "Stop using the client sheet",
    "No sheet is in use for {kind}",
    "No sheet is in use for {kind} any more; Undo brings it back",
    "List rows that cannot be used",
    "Retention",
    "Referral",
    "Reason",
    // Client sheets and the roles of their columns
    "Ledger",
    "Contracts",
    "Referrals",
    "Touches",
    "Client",
    "Date",
    "Amount",
    "Product",
    "Tier",
    "Kind",
    "Channel",
    "Cost",
    "Document number",
    "Start",
    "Monthly value",
    "End",
    "Plan",
    "Renewed",
    "Paused from",
    "Paused to",
    "Referrer",
    "Referred",
    "Clicked",
    "Registered",
    "Closed",
    "Deal value",
    "Deal size",
    "Reward paid",
    "Net promoter score",
    "Segment",
    "First contact",
    "Visibility",
    "Response",
    "Ritual",
    "Social proof",
    "Wallet total",
    "Products owned",
    "Active days",
    "Hours spent",
    "Usage falls",
    "Replies slow down",
    "Asks about the contract",
    "Key contact leaves",
    "Check-ins unanswered",
    "Note",
    // Sidebar
    "Reading the data",
    "Data",
    "Dashboards",
    "~Kind of sheet",
    "Sheet ~name",
    "unused",
    "Column that holds: {role}",
    "Choose the column that holds: {role}",
    "More columns",
    "Fewer columns",
    "~Use this mapping",
    "This mapping is in use",
    "Not in use yet",
    "Recognised by the headers; not in use yet",
    "No sheet was recognised as {kind}: choose the sheet and its columns",
    "Checking the data",
    "Other reasons",
    "List on a sheet",
    "Stop using this sheet",
    "Check data",
    "Check again",
    "Show",
    "Show the next row: {reason}",
    "The data could not be checked: {reason}",
    "The sheet has changed: check the data again",
    "Dash~board",
    "~As of",
    "As of left empty: the latest date in the data",
    "Left empty: the latest date in the data",
    "~Period",
    "B~uild",
    "~Refresh",
    "Cancel",
};

/// A text of the list above.
struct Text {
    std::size_t index;
};

/// The text with these English words. A text that is not in the list does not compile.
consteval Text text(std::string_view english) {
    for (std::size_t index = 0; index < std::size(texts); ++index)
        if (texts[index] == english)
            return {index};
    throw "the text is not in the list of texts, so it would have no translation";
}

enum class Language { english, simplified_chinese, traditional_chinese };

/// The text in a language, as UTF-8.
std::string_view translated(Text text, Language language);

} // namespace perennial::catalog
