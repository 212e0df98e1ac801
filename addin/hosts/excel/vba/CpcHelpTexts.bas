Attribute VB_Name = "CpcHelpTexts"
Option Explicit
Option Private Module

' Made from cpc_functions.CATALOGUE. Remake with: python -m addin.hosts.excel.generate

Public Sub CpcDescribe()
    Describe_cost
    Describe_matching
    Describe_groups
    Describe_counted
    Describe_rates
    Describe_value
    Describe_organic
    Describe_target
    Describe_bid
    Describe_interval
    Describe_daily
    Describe_verdict
    Describe_experiment
    Describe_click_experiment
    Describe_size
    Describe_sequential
    Describe_quality
    Describe_spend
    Describe_split
    Describe_attribution
    Describe_trend
    Describe_alert
    Describe_check
End Sub

Private Sub Describe_cost()
    Describe "CPC", "Return the cost per conversion: total cost over total conversions.", Array( _
        "What the paid traffic cost. (money, in the currency of your data; at least 0)", _
        "Conversions of one kind that the cost brought. (count, fractions allowed; at least 0)", _
        "TRUE gives one answer per row, instead of one over the sums. (TRUE or FALSE) Left out: FALSE.")
    Describe "CPA", "Return the cost per conversion: total cost over total conversions.", Array( _
        "What the paid traffic cost. (money, in the currency of your data; at least 0)", _
        "Conversions of one kind that the cost brought. (count, fractions allowed; at least 0)", _
        "TRUE gives one answer per row, instead of one over the sums. (TRUE or FALSE) Left out: FALSE.")
    Describe "KPK", "Return the cost per conversion: total cost over total conversions.", Array( _
        "What the paid traffic cost. (money, in the currency of your data; at least 0)", _
        "Conversions of one kind that the cost brought. (count, fractions allowed; at least 0)", _
        "TRUE gives one answer per row, instead of one over the sums. (TRUE or FALSE) Left out: FALSE.")
    Describe "CPC_PAID", "Return the cost per conversion: total cost over total conversions.", Array( _
        "What the paid traffic cost. (money, in the currency of your data; at least 0)", _
        "Conversions of one kind that the cost brought. (count, fractions allowed; at least 0)", _
        "TRUE gives one answer per row, instead of one over the sums. (TRUE or FALSE) Left out: FALSE.")
    Describe "COST_PER_CLICK", "Return the cost per click: what ad platforms call CPC.", Array( _
        "What the paid traffic cost. (money, in the currency of your data; at least 0)", _
        "Clicks on the ads. (count, fractions allowed; at least 0)", _
        "TRUE gives one answer per row, instead of one over the sums. (TRUE or FALSE) Left out: FALSE.")
    Describe "COST_PER", "Return the cost of one event of any kind: a lead, a call, a contact, an install.", Array( _
        "What the paid traffic cost. (money, in the currency of your data; at least 0)", _
        "What was bought: leads, calls, contacts, installs. (count, fractions allowed; at least 0)", _
        "TRUE gives one answer per row, instead of one over the sums. (TRUE or FALSE) Left out: FALSE.")
    Describe "CPM", "Return the cost of a thousand impressions.", Array( _
        "What the paid traffic cost. (money, in the currency of your data; at least 0)", _
        "Times the ads were shown. (count, fractions allowed; at least 0)", _
        "TRUE gives one answer per row, instead of one over the sums. (TRUE or FALSE) Left out: FALSE.")
    Describe "CPC_FROM_CLICKS", "Return the cost per conversion that a click cost and a conversion rate amount to.", Array( _
        "What one click costs. (money, in the currency of your data; at least 0)", _
        "Conversions per click. (fraction: 0.05 is 5 %; at least 0 and at most 1)")
End Sub

Private Sub Describe_matching()
    Describe "CPC_IFS", "Return the cost per conversion of the rows that meet every criterion.", Array( _
        "Costs, at least 0 in the rows that match. (range of cells)", _
        "Conversions, at least 0 in the rows that match. (range of cells)", _
        "What is matched, of the same shape. (range of cells)", _
        "What to match, as in SUMIFS: ""brand*"", "">=100"". (text)", _
        "More of range1, criterion1.")
End Sub

Private Sub Describe_groups()
    Describe "CPC_BY", "Return a table by key: cost, conversions, cost per conversion, interval and shares.", Array( _
        "What to group by: campaign, channel, keyword. (text)", _
        "What the paid traffic cost. (money, in the currency of your data; at least 0)", _
        "Conversions of one kind that the cost brought. (count, fractions allowed; at least 0)", _
        "How often intervals made this way hold the true figure; 0.95 when left out. (fraction: 0.05 is 5 %; above 0 and below 1) Left out: 0.95.", _
        "Keys with fewer conversions are put together as ""(other)"". (count, fractions allowed; at least 0) Left out: 0.")
    Describe "CPC_BY_PERIOD", "Return a table by day, week, month, quarter or year, with 95 % intervals.", Array( _
        "Day of the row. (date; at least 61 and below 2958466)", _
        "What the paid traffic cost. (money, in the currency of your data; at least 0)", _
        "Conversions of one kind that the cost brought. (count, fractions allowed; at least 0)", _
        "Length of a period. (text; one of ""day"", ""week"", ""month"", ""quarter"", ""year"") Left out: ""month"".", _
        "First day of the week: 1 is Monday, 7 Sunday. (whole number; at least 1 and at most 7) Left out: 1.")
End Sub

Private Sub Describe_counted()
    Describe "COST_COUNTS", "Return whether a cost of this category is the cost of generating paid traffic.", Array( _
        "What the money was spent on: paid search, SEO. (text)", _
        "Your own rules: category and TRUE or FALSE, in two columns. (range of cells) Left out: none.")
    Describe "COST_COUNTED", "Return the sum of the costs that count as the cost of generating paid traffic.", Array( _
        "What the paid traffic cost. (money, in the currency of your data; at least 0)", _
        "What the money was spent on: paid search, SEO. (text)", _
        "Your own rules: category and TRUE or FALSE, in two columns. (range of cells) Left out: none.")
End Sub

Private Sub Describe_rates()
    Describe "CTR", "Return the click-through rate: clicks over impressions, as a fraction.", Array( _
        "Clicks on the ads. (count, fractions allowed; at least 0)", _
        "Times the ads were shown. (count, fractions allowed; at least 0)", _
        "TRUE gives one answer per row, instead of one over the sums. (TRUE or FALSE) Left out: FALSE.")
    Describe "CVR", "Return the conversion rate: conversions over clicks, as a fraction.", Array( _
        "Conversions of one kind that the cost brought. (count, fractions allowed; at least 0)", _
        "Clicks on the ads. (count, fractions allowed; at least 0)", _
        "TRUE gives one answer per row, instead of one over the sums. (TRUE or FALSE) Left out: FALSE.")
    Describe "AOV", "Return the average order value: revenue over orders.", Array( _
        "What the conversions were worth; refunds may make it negative. (money, in the currency of your data)", _
        "Number of orders. (count, fractions allowed; at least 0)", _
        "TRUE gives one answer per row, instead of one over the sums. (TRUE or FALSE) Left out: FALSE.")
End Sub

Private Sub Describe_value()
    Describe "ROAS", "Return the return on ad spend: revenue over cost, as a ratio (4 is 400 %).", Array( _
        "What the conversions were worth; refunds may make it negative. (money, in the currency of your data)", _
        "What the paid traffic cost. (money, in the currency of your data; at least 0)", _
        "TRUE gives one answer per row, instead of one over the sums. (TRUE or FALSE) Left out: FALSE.")
    Describe "ROI", "Return the return on investment: what came back beyond the cost, over the cost.", Array( _
        "Revenue that came back; refunds may make it negative. (money, in the currency of your data)", _
        "What the paid traffic cost. (money, in the currency of your data; at least 0)", _
        "Share of the revenue that is left after the goods are paid. (fraction: 0.05 is 5 %; at least 0 and at most 1) Left out: 1.")
    Describe "COST_SHARE", "Return the share of revenue that advertising cost: what Amazon calls ACoS.", Array( _
        "What the paid traffic cost. (money, in the currency of your data; at least 0)", _
        "What the conversions were worth; refunds may make it negative. (money, in the currency of your data)")
    Describe "PROFIT_PER_CONVERSION", "Return what one conversion leaves after its goods, other cost and traffic are paid.", Array( _
        "Cost per conversion. (money, in the currency of your data; at least 0)", _
        "What one conversion brings in. (money, in the currency of your data; at least 0)", _
        "Share of the revenue that is left after the goods are paid. (fraction: 0.05 is 5 %; at least 0 and at most 1)", _
        "Other cost of one conversion: freight, fees. (money, in the currency of your data; at least 0) Left out: 0.")
    Describe "MER", "Return the marketing efficiency ratio: all revenue over all marketing cost.", Array( _
        "All revenue of the business, from any source. (money, in the currency of your data)", _
        "All marketing cost, paid and organic. (money, in the currency of your data; at least 0)")
End Sub

Private Sub Describe_organic()
    Describe "CPC_BLENDED", "Return the blended figure: paid cost over all conversions, paid and organic.", Array( _
        "What the paid traffic cost. (money, in the currency of your data; at least 0)", _
        "Conversions of the paid traffic. (count, fractions allowed; at least 0)", _
        "Conversions of the organic traffic. (count, fractions allowed; at least 0)")
    Describe "CPC_LOADED", "Return the fully loaded figure: paid and organic cost over all conversions.", Array( _
        "What the paid traffic cost. (money, in the currency of your data; at least 0)", _
        "What was spent on organic work: SEO, content. (money, in the currency of your data; at least 0)", _
        "Conversions of the paid traffic. (count, fractions allowed; at least 0)", _
        "Conversions of the organic traffic. (count, fractions allowed; at least 0)")
    Describe "CPC_MIX", "Return paid, organic and blended side by side: cost, conversions, CPC and share.", Array( _
        "paid or organic (betalt, organisk). (text)", _
        "What the paid traffic cost. (money, in the currency of your data; at least 0)", _
        "Conversions of one kind that the cost brought. (count, fractions allowed; at least 0)")
    Describe "ORGANIC_SHARE", "Return the share of all conversions that came without paying for the visit.", Array( _
        "Conversions of the paid traffic. (count, fractions allowed; at least 0)", _
        "Conversions of the organic traffic. (count, fractions allowed; at least 0)")
End Sub

Private Sub Describe_target()
    Describe "BREAKEVEN_CPC", "Return the cost per conversion at which a conversion neither earns nor loses.", Array( _
        "What one conversion brings in. (money, in the currency of your data; at least 0)", _
        "Share of the revenue that is left after the goods are paid. (fraction: 0.05 is 5 %; at least 0 and at most 1)", _
        "Orders that a customer makes in all, the first included. (number; at least 0) Left out: 1.", _
        "Other cost of one conversion: freight, fees. (money, in the currency of your data; at least 0) Left out: 0.")
    Describe "TARGET_CPC", "Return the cost per conversion to aim at when a share of the gross profit is to stay.", Array( _
        "What one conversion brings in. (money, in the currency of your data; at least 0)", _
        "Share of the revenue that is left after the goods are paid. (fraction: 0.05 is 5 %; at least 0 and at most 1)", _
        "Share of the gross profit that is to stay. (fraction: 0.05 is 5 %; at least 0 and at most 1) Left out: 0.3.", _
        "Orders that a customer makes in all, the first included. (number; at least 0) Left out: 1.", _
        "Other cost of one conversion: freight, fees. (money, in the currency of your data; at least 0) Left out: 0.")
    Describe "BREAKEVEN_ROAS", "Return the return on ad spend at which nothing is earned or lost: 1 over the margin.", Array( _
        "Share of the revenue that is left after the goods are paid. (fraction: 0.05 is 5 %; at least 0 and at most 1)")
    Describe "ROAS_FROM_CPC", "Return the return on ad spend that a cost per conversion amounts to.", Array( _
        "The cost per conversion to aim at. (money, in the currency of your data; at least 0)", _
        "What one conversion brings in. (money, in the currency of your data; at least 0)")
    Describe "CPC_FROM_ROAS", "Return the cost per conversion that a return on ad spend amounts to.", Array( _
        "The revenue per cost to aim at: 4 is 400 %. (ratio, not percent; at least 0)", _
        "What one conversion brings in. (money, in the currency of your data; at least 0)")
    Describe "CPC_RANK", "Return the share of peers that are cheaper: 0 is the cheapest of all.", Array( _
        "Cost per conversion. (money, in the currency of your data; at least 0)", _
        "Costs per conversion to compare with. (money, in the currency of your data; at least 0)")
End Sub

Private Sub Describe_bid()
    Describe "MAX_BID", "Return the most that a click may cost: target cost per conversion times conversion rate.", Array( _
        "The cost per conversion to aim at. (money, in the currency of your data; at least 0)", _
        "Conversions per click. (fraction: 0.05 is 5 %; at least 0 and at most 1)", _
        "Share of the bid to keep back. (fraction: 0.05 is 5 %; at least 0 and at most 1) Left out: 0.")
    Describe "MAX_BID_SAFE", "Return the most that a click may cost when the conversion rate is uncertain.", Array( _
        "The cost per conversion to aim at. (money, in the currency of your data; at least 0)", _
        "Conversions of one kind that the cost brought. (count, fractions allowed; at least 0)", _
        "Clicks on the ads. (count, fractions allowed; at least 0)", _
        "Conversion rate known beforehand. (fraction: 0.05 is 5 %; above 0 and below 1) Left out: none.", _
        "How many clicks the known rate is worth. (count, fractions allowed; above 0) Left out: none.", _
        "How sure the target must be met: 0.5 is as likely as not, 0.8 is careful. (fraction: 0.05 is 5 %; above 0 and below 1) Left out: 0.5.")
    Describe "BID_TABLE", "Return a bid for each keyword, its conversion rate steadied by all the others.", Array( _
        "What to group by: campaign, channel, keyword. (text)", _
        "Clicks on the ads. (count, fractions allowed; at least 0)", _
        "Conversions of one kind that the cost brought. (count, fractions allowed; at least 0)", _
        "The cost per conversion to aim at. (money, in the currency of your data; at least 0)", _
        "How sure the target must be met: 0.5 is as likely as not, 0.8 is careful. (fraction: 0.05 is 5 %; above 0 and below 1) Left out: 0.5.")
End Sub

Private Sub Describe_interval()
    Describe "CPC_LOW", "Return the lower limit of the cost per conversion.", Array( _
        "What the paid traffic cost. (money, in the currency of your data; at least 0)", _
        "Conversions of one kind that the cost brought. (count, fractions allowed; at least 0)", _
        "How often intervals made this way hold the true figure; 0.95 when left out. (fraction: 0.05 is 5 %; above 0 and below 1) Left out: 0.95.")
    Describe "CPC_HIGH", "Return the upper limit of the cost per conversion.", Array( _
        "What the paid traffic cost. (money, in the currency of your data; at least 0)", _
        "Conversions of one kind that the cost brought. (count, fractions allowed; at least 0)", _
        "How often intervals made this way hold the true figure; 0.95 when left out. (fraction: 0.05 is 5 %; above 0 and below 1) Left out: 0.95.")
    Describe "CPC_CI", "Return the interval that holds the true cost per conversion: low and high.", Array( _
        "What the paid traffic cost. (money, in the currency of your data; at least 0)", _
        "Conversions of one kind that the cost brought. (count, fractions allowed; at least 0)", _
        "How often intervals made this way hold the true figure; 0.95 when left out. (fraction: 0.05 is 5 %; above 0 and below 1) Left out: 0.95.", _
        "How the interval is made; exact never covers less than it says. (text; one of ""exact"", ""midp"", ""jeffreys"", ""score"", ""byar"") Left out: ""exact"".")
    Describe "SALT", "Return the cost per conversion with its pinch of salt: figure, interval, grade.", Array( _
        "What the paid traffic cost. (money, in the currency of your data; at least 0)", _
        "Conversions of one kind that the cost brought. (count, fractions allowed; at least 0)", _
        "How often intervals made this way hold the true figure; 0.95 when left out. (fraction: 0.05 is 5 %; above 0 and below 1) Left out: 0.95.")
    Describe "CPC_PROB", "Return the probability that the true cost per conversion is below a target.", Array( _
        "What the paid traffic cost. (money, in the currency of your data; at least 0)", _
        "Conversions of one kind that the cost brought. (count, fractions allowed; at least 0)", _
        "The cost per conversion to compare with. (money, in the currency of your data; above 0)", _
        "Conversions known beforehand, as pseudo-counts; 0.5 is Jeffreys. (count, fractions allowed; above 0) Left out: 0.5.", _
        "The cost that brought the conversions known beforehand. (money, in the currency of your data; at least 0) Left out: 0.")
    Describe "CONV_NEEDED", "Return how many conversions a cost per conversion needs to be that precise.", Array( _
        "How far above it the true figure may lie: 0.2 is 20 % dearer. (fraction: 0.05 is 5 %; above 0 and at most 10)", _
        "How often intervals made this way hold the true figure; 0.95 when left out. (fraction: 0.05 is 5 %; above 0 and below 1) Left out: 0.95.")
    Describe "CVR_CI", "Return the interval that holds the true conversion rate: low and high.", Array( _
        "Conversions of one kind that the cost brought. (count, fractions allowed; at least 0)", _
        "Clicks on the ads. (count, fractions allowed; at least 0)", _
        "How often intervals made this way hold the true figure; 0.95 when left out. (fraction: 0.05 is 5 %; above 0 and below 1) Left out: 0.95.")
End Sub

Private Sub Describe_daily()
    Describe "CPC_CI_DAILY", "Return the cost per conversion of daily rows with an interval that allows for their spread.", Array( _
        "What the paid traffic cost. (money, in the currency of your data; at least 0)", _
        "Conversions of one kind that the cost brought. (count, fractions allowed; at least 0)", _
        "How often intervals made this way hold the true figure; 0.95 when left out. (fraction: 0.05 is 5 %; above 0 and below 1) Left out: 0.95.")
    Describe "DISPERSION", "Return how many times more the days vary than chance explains; at least 1.", Array( _
        "What the paid traffic cost. (money, in the currency of your data; at least 0)", _
        "Conversions of one kind that the cost brought. (count, fractions allowed; at least 0)")
End Sub

Private Sub Describe_verdict()
    Describe "CPC_VERDICT", "Return whether the cost per conversion is above target, below target, or cannot be told.", Array( _
        "What the paid traffic cost. (money, in the currency of your data; at least 0)", _
        "Conversions of one kind that the cost brought. (count, fractions allowed; at least 0)", _
        "The cost per conversion to compare with. (money, in the currency of your data; above 0)", _
        "How often intervals made this way hold the true figure; 0.95 when left out. (fraction: 0.05 is 5 %; above 0 and below 1) Left out: 0.95.")
    Describe "STOP_AFTER", "Return the spend at which no conversion at all rules the target out.", Array( _
        "The cost per conversion to aim at. (money, in the currency of your data; at least 0)", _
        "How often intervals made this way hold the true figure; 0.95 when left out. (fraction: 0.05 is 5 %; above 0 and below 1) Left out: 0.95.")
    Describe "COST_PER_CUSTOMER", "Return what a conversion and a customer cost, and the share of conversions that stayed.", Array( _
        "What the paid traffic cost. (money, in the currency of your data; at least 0)", _
        "Conversions of one kind that the cost brought. (count, fractions allowed; at least 0)", _
        "How many of the conversions became customers. (count, fractions allowed; at least 0)", _
        "How often intervals made this way hold the true figure; 0.95 when left out. (fraction: 0.05 is 5 %; above 0 and below 1) Left out: 0.95.")
End Sub

Private Sub Describe_experiment()
    Describe "AB_CPC", "Return how the cost per conversion of B compares with that of A, and how sure that is.", Array( _
        "What the paid traffic cost. (money, in the currency of your data; at least 0)", _
        "Conversions of one kind that the cost brought. (count, fractions allowed; at least 0)", _
        "What the paid traffic cost. (money, in the currency of your data; at least 0)", _
        "Conversions of one kind that the cost brought. (count, fractions allowed; at least 0)", _
        "How often intervals made this way hold the true figure; 0.95 when left out. (fraction: 0.05 is 5 %; above 0 and below 1) Left out: 0.95.", _
        "Variance of the counts over Poisson's, as DISPERSION gives it. (ratio, not percent; at least 1) Left out: 1.")
    Describe "AB_CPC_P", "Return the p-value of two equal costs per conversion.", Array( _
        "What the paid traffic cost. (money, in the currency of your data; at least 0)", _
        "Conversions of one kind that the cost brought. (count, fractions allowed; at least 0)", _
        "What the paid traffic cost. (money, in the currency of your data; at least 0)", _
        "Conversions of one kind that the cost brought. (count, fractions allowed; at least 0)")
    Describe "AB_CPC_PROB", "Return the probability that B has the lower cost per conversion.", Array( _
        "What the paid traffic cost. (money, in the currency of your data; at least 0)", _
        "Conversions of one kind that the cost brought. (count, fractions allowed; at least 0)", _
        "What the paid traffic cost. (money, in the currency of your data; at least 0)", _
        "Conversions of one kind that the cost brought. (count, fractions allowed; at least 0)", _
        "Conversions known beforehand, as pseudo-counts; 0.5 is Jeffreys. (count, fractions allowed; above 0) Left out: 0.5.", _
        "The cost that brought the conversions known beforehand. (money, in the currency of your data; at least 0) Left out: 0.")
End Sub

Private Sub Describe_click_experiment()
    Describe "AB_CVR", "Return how the conversion rates of two arms differ, and what choosing either would lose.", Array( _
        "Conversions of one kind that the cost brought. (count, fractions allowed; at least 0)", _
        "Clicks on the ads. (count, fractions allowed; at least 0)", _
        "Conversions of one kind that the cost brought. (count, fractions allowed; at least 0)", _
        "Clicks on the ads. (count, fractions allowed; at least 0)", _
        "How often intervals made this way hold the true figure; 0.95 when left out. (fraction: 0.05 is 5 %; above 0 and below 1) Left out: 0.95.")
    Describe "SRM_P", "Return the p-value of a fair split: a tiny one says that the experiment is broken.", Array( _
        "People or clicks that were assigned. (whole number; at least 0)", _
        "People or clicks that were assigned. (whole number; at least 0)", _
        "The share that B should have got; 0.5 when left out. (fraction: 0.05 is 5 %; above 0 and below 1) Left out: 0.5.")
End Sub

Private Sub Describe_size()
    Describe "AB_SIZE", "Return the clicks that each arm needs to see a relative change of the conversion rate.", Array( _
        "Conversions per click as they are now. (fraction: 0.05 is 5 %; above 0 and below 1)", _
        "Relative change to detect: 0.1 is from 3 % to 3.3 %; may be negative. (fraction: 0.05 is 5 %)", _
        "Chance to see a difference that is there. (fraction: 0.05 is 5 %; above 0 and below 1) Left out: 0.8.", _
        "Share of false alarms that is accepted. (fraction: 0.05 is 5 %; above 0 and below 1) Left out: 0.05.")
    Describe "AB_BUDGET", "Return the spend that each arm needs to tell two costs per conversion apart.", Array( _
        "Cost per conversion. (money, in the currency of your data; at least 0)", _
        "Cost per conversion of B over that of A to detect; 0.8 is 20 % cheaper. (ratio, not percent; above 0)", _
        "Chance to see a difference that is there. (fraction: 0.05 is 5 %; above 0 and below 1) Left out: 0.8.", _
        "Share of false alarms that is accepted. (fraction: 0.05 is 5 %; above 0 and below 1) Left out: 0.05.")
End Sub

Private Sub Describe_sequential()
    Describe "AB_SEQ", "Return a p-value for each look that stays valid whenever the test is stopped.", Array( _
        "What the paid traffic cost. (money, in the currency of your data; at least 0)", _
        "Conversions of one kind that the cost brought. (count, fractions allowed; at least 0)", _
        "What the paid traffic cost. (money, in the currency of your data; at least 0)", _
        "Conversions of one kind that the cost brought. (count, fractions allowed; at least 0)", _
        "Variance of the counts over Poisson's, as DISPERSION gives it. (ratio, not percent; at least 1) Left out: 1.", _
        "How close to equal the two costs per conversion are expected to be; 100 when left out, less for large differences. (count, fractions allowed; above 0) Left out: 100.")
End Sub

Private Sub Describe_quality()
    Describe "QS_WEIGHTED", "Return the quality score of an account, each keyword weighted by its impressions.", Array( _
        "Quality score, 1 to 10; ""--"" is none. (score from 1 to 10; at least 1 and at most 10)", _
        "Times the ads were shown. (count, fractions allowed; at least 0)")
    Describe "QS_CLICK_COST_CHANGE", "Return the change of the click cost by quality score, in the simplified ad-rank model.", Array( _
        "Quality score, 1 to 10. (score from 1 to 10; at least 1 and at most 10)", _
        "Quality score, 1 to 10. (score from 1 to 10; at least 1 and at most 10)")
    Describe "QS_CPC_CHANGE", "Return the change of the cost per conversion that points of quality score went with.", Array( _
        "Quality score gained; lost is negative. (number)", _
        "Change of the cost per conversion for a point. (fraction: 0.05 is 5 %; at least 0) Left out: 0.16.")
    Describe "AD_RANK", "Return the ad rank in the simplified historic model: bid times quality score.", Array( _
        "Maximum bid for a click. (money, in the currency of your data; at least 0)", _
        "Quality score, at most 10. (score from 1 to 10; at least 0 and at most 10)")
    Describe "ACTUAL_CLICK_COST", "Return the click cost in the simplified model: just enough to beat the rank below.", Array( _
        "Ad rank of the advertiser below. (number; at least 0)", _
        "Quality score, at most 10. (score from 1 to 10; at least 0 and at most 10)", _
        "Smallest step of the auction. (money, in the currency of your data; at least 0) Left out: 0.01.")
End Sub

Private Sub Describe_spend()
    Describe "BUDGET_NEEDED", "Return the budget that a number of conversions takes at a cost per conversion.", Array( _
        "How many conversions are wanted. (count, fractions allowed; at least 0)", _
        "Cost per conversion. (money, in the currency of your data; at least 0)")
    Describe "MARGINAL_STEP", "Return what each extra conversion cost between two levels of spend.", Array( _
        "What the paid traffic cost. (money, in the currency of your data; at least 0)", _
        "Conversions of one kind that the cost brought. (count, fractions allowed; at least 0)", _
        "What the paid traffic cost. (money, in the currency of your data; at least 0)", _
        "Conversions of one kind that the cost brought. (count, fractions allowed; at least 0)")
    Describe "MARGINAL_CPC", "Return what the next conversion costs at a level of spend, if the curve holds.", Array( _
        "What was spent, one row per period. (money, in the currency of your data; at least 0)", _
        "Conversions of one kind that the cost brought. (count, fractions allowed; at least 0)", _
        "The spend of one period at which to ask. (money, in the currency of your data; above 0)", _
        "How conversions follow spend; ""power"" when left out. (text; one of ""power"", ""log"", ""saturation"") Left out: ""power"".")
    Describe "SPEND_CURVE", "Return a table of spend, expected conversions, average and marginal CPC, if the curve holds.", Array( _
        "What was spent, one row per period. (money, in the currency of your data; at least 0)", _
        "Conversions of one kind that the cost brought. (count, fractions allowed; at least 0)", _
        "How conversions follow spend; ""power"" when left out. (text; one of ""power"", ""log"", ""saturation"") Left out: ""power"".", _
        "Number of spends in the table; 20 when left out. (whole number; at least 2 and at most 1000) Left out: 20.")
End Sub

Private Sub Describe_split()
    Describe "BUDGET_SPLIT", "Return a split of a budget with the same marginal CPC in every channel, if the curves hold.", Array( _
        "The budget of one period, for all channels. (money, in the currency of your data; above 0)", _
        "What to group by: campaign, channel, keyword. (text)", _
        "What was spent, one row per period. (money, in the currency of your data; at least 0)", _
        "Conversions of one kind that the cost brought. (count, fractions allowed; at least 0)", _
        "Least spend: one number for all, or one per channel in order of first appearance. (range of cells) Left out: none.", _
        "Most spend: one number for all, or one per channel in order of first appearance. (range of cells) Left out: none.", _
        "How conversions follow spend; ""power"" when left out. (text; one of ""power"", ""log"", ""saturation"") Left out: ""power"".")
End Sub

Private Sub Describe_attribution()
    Describe "ATTRIBUTION", "Return a table of the conversions and the share that each channel is credited with.", Array( _
        "Channels met, in order, one path per row: ""Search > Email > Direct"". (text)", _
        "Conversions of one kind that the cost brought. (count, fractions allowed; at least 0)", _
        "Who gets the credit; ""linear"" when left out. (text; one of ""first"", ""last"", ""linear"", ""position"", ""decay"", ""shapley"", ""markov"") Left out: ""linear"".", _
        "How often the path ended without a conversion; used by markov. (count, fractions allowed; at least 0) Left out: none.", _
        "What stands between two channels; "">"" when left out. (text) Left out: "">"".")
End Sub

Private Sub Describe_trend()
    Describe "CPC_CHANGE", "Return by how much the cost per conversion changed, with interval and p-value.", Array( _
        "Cost in the earlier period. (money, in the currency of your data; at least 0)", _
        "Conversions in the earlier period. (count, fractions allowed; at least 0)", _
        "Cost in the later period. (money, in the currency of your data; at least 0)", _
        "Conversions in the later period. (count, fractions allowed; at least 0)", _
        "How often intervals made this way hold the true figure; 0.95 when left out. (fraction: 0.05 is 5 %; above 0 and below 1) Left out: 0.95.")
    Describe "CPC_WHY", "Return why the cost per conversion changed: by mix or by efficiency, for each segment.", Array( _
        "Campaign, channel, country. (text)", _
        "Cost in the earlier period. (money, in the currency of your data; at least 0)", _
        "Conversions in the earlier period. (count, fractions allowed; at least 0)", _
        "Cost in the later period. (money, in the currency of your data; at least 0)", _
        "Conversions in the later period. (count, fractions allowed; at least 0)")
End Sub

Private Sub Describe_alert()
    Describe "CPC_ALERT", "Return HIGH or LOW on the days whose cost per conversion is no chance, else nothing.", Array( _
        "Day of the row. (date; at least 61 and below 2958466)", _
        "What the paid traffic cost. (money, in the currency of your data; at least 0)", _
        "Conversions of one kind that the cost brought. (count, fractions allowed; at least 0)", _
        "Days to look back on. (whole number; at least 14 and at most 366) Left out: 28.", _
        "Share of false alarms that is accepted. (fraction: 0.05 is 5 %; above 0 and below 1) Left out: 0.0027.")
    Describe "CPC_ROLLING", "Return the cost per conversion of each row together with the rows before it.", Array( _
        "What the paid traffic cost. (money, in the currency of your data; at least 0)", _
        "Conversions of one kind that the cost brought. (count, fractions allowed; at least 0)", _
        "Rows that are taken together. (whole number; at least 1) Left out: 7.")
End Sub

Private Sub Describe_check()
    Describe "CPC_CHECK", "Return what is wrong with a table: the row, the problem and what to do about it.", Array( _
        "A range, read as it stands. (range of cells)", _
        "The day to call future dates by; the computer's when left out. (date; at least 61) Left out: none.")
    Describe "PARSE_NUM", "Return the number that a text says, read as the locale writes numbers.", Array( _
        "A number that is written as text. (text)", _
        "How the text writes numbers: ""nb_NO"", ""en_US"", ""de""; needed if in doubt. (text) Left out: none.")
End Sub

Private Sub Describe(ByVal functionName As String, ByVal summary As String, ByVal arguments As Variant)
    Dim host As Object ' late: the options of Excel for Mac may be fewer
    Set host = Application
    host.MacroOptions _
        Macro:="'" & ThisWorkbook.Name & "'!" & functionName, _
        Description:=summary, Category:="Cost per conversion", _
        ArgumentDescriptions:=arguments
End Sub
