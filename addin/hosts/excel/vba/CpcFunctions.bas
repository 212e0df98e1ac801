Attribute VB_Name = "CpcFunctions"
Option Explicit

' Made from cpc_functions.CATALOGUE. Remake with: python -m addin.hosts.excel.generate

Public Function CPC(ByVal cost As Variant, ByVal conversions As Variant, Optional ByVal each_ As Variant) As Variant
Attribute CPC.VB_Description = "Return the cost per conversion: total cost over total conversions."
Attribute CPC.VB_ProcData.VB_Invoke_Func = " \n14"
    If IsMissing(each_) Then each_ = CpcMissing()
    CPC = CpcCall("CPC", Array(cost, conversions, each_))
End Function

Public Function CPA(ByVal cost As Variant, ByVal conversions As Variant, Optional ByVal each_ As Variant) As Variant
Attribute CPA.VB_Description = "Return the cost per conversion: total cost over total conversions."
Attribute CPA.VB_ProcData.VB_Invoke_Func = " \n14"
    If IsMissing(each_) Then each_ = CpcMissing()
    CPA = CpcCall("CPA", Array(cost, conversions, each_))
End Function

Public Function KPK(ByVal cost As Variant, ByVal conversions As Variant, Optional ByVal each_ As Variant) As Variant
Attribute KPK.VB_Description = "Return the cost per conversion: total cost over total conversions."
Attribute KPK.VB_ProcData.VB_Invoke_Func = " \n14"
    If IsMissing(each_) Then each_ = CpcMissing()
    KPK = CpcCall("KPK", Array(cost, conversions, each_))
End Function

Public Function CPC_PAID(ByVal cost As Variant, ByVal conversions As Variant, Optional ByVal each_ As Variant) As Variant
Attribute CPC_PAID.VB_Description = "Return the cost per conversion: total cost over total conversions."
Attribute CPC_PAID.VB_ProcData.VB_Invoke_Func = " \n14"
    If IsMissing(each_) Then each_ = CpcMissing()
    CPC_PAID = CpcCall("CPC_PAID", Array(cost, conversions, each_))
End Function

Public Function COST_PER_CLICK(ByVal cost As Variant, ByVal clicks As Variant, Optional ByVal each_ As Variant) As Variant
Attribute COST_PER_CLICK.VB_Description = "Return the cost per click: what ad platforms call CPC."
Attribute COST_PER_CLICK.VB_ProcData.VB_Invoke_Func = " \n14"
    If IsMissing(each_) Then each_ = CpcMissing()
    COST_PER_CLICK = CpcCall("COST_PER_CLICK", Array(cost, clicks, each_))
End Function

Public Function COST_PER(ByVal cost As Variant, ByVal events As Variant, Optional ByVal each_ As Variant) As Variant
Attribute COST_PER.VB_Description = "Return the cost of one event of any kind: a lead, a call, a contact, an install."
Attribute COST_PER.VB_ProcData.VB_Invoke_Func = " \n14"
    If IsMissing(each_) Then each_ = CpcMissing()
    COST_PER = CpcCall("COST_PER", Array(cost, events, each_))
End Function

Public Function CPM(ByVal cost As Variant, ByVal impressions As Variant, Optional ByVal each_ As Variant) As Variant
Attribute CPM.VB_Description = "Return the cost of a thousand impressions."
Attribute CPM.VB_ProcData.VB_Invoke_Func = " \n14"
    If IsMissing(each_) Then each_ = CpcMissing()
    CPM = CpcCall("CPM", Array(cost, impressions, each_))
End Function

Public Function CPC_FROM_CLICKS(ByVal click_cost As Variant, ByVal cvr_ As Variant) As Variant
Attribute CPC_FROM_CLICKS.VB_Description = "Return the cost per conversion that a click cost and a conversion rate amount to."
Attribute CPC_FROM_CLICKS.VB_ProcData.VB_Invoke_Func = " \n14"
    CPC_FROM_CLICKS = CpcCall("CPC_FROM_CLICKS", Array(click_cost, cvr_))
End Function

Public Function CPC_IFS(ByVal cost As Variant, ByVal conversions As Variant, ByVal range1 As Variant, ByVal criterion1 As Variant, ParamArray more() As Variant) As Variant
Attribute CPC_IFS.VB_Description = "Return the cost per conversion of the rows that meet every criterion."
Attribute CPC_IFS.VB_ProcData.VB_Invoke_Func = " \n14"
    Dim rest As Variant
    rest = more
    CPC_IFS = CpcCall("CPC_IFS", CpcJoined(Array(cost, conversions, range1, criterion1), rest))
End Function

Public Function CPC_BY(ByVal keys As Variant, ByVal cost As Variant, ByVal conversions As Variant, Optional ByVal confidence As Variant, Optional ByVal min_conversions As Variant) As Variant
Attribute CPC_BY.VB_Description = "Return a table by key: cost, conversions, cost per conversion, interval and shares."
Attribute CPC_BY.VB_ProcData.VB_Invoke_Func = " \n14"
    If IsMissing(confidence) Then confidence = CpcMissing()
    If IsMissing(min_conversions) Then min_conversions = CpcMissing()
    CPC_BY = CpcCall("CPC_BY", Array(keys, cost, conversions, confidence, min_conversions))
End Function

Public Function CPC_BY_PERIOD(ByVal dates As Variant, ByVal cost As Variant, ByVal conversions As Variant, Optional ByVal period As Variant, Optional ByVal first_weekday As Variant) As Variant
Attribute CPC_BY_PERIOD.VB_Description = "Return a table by day, week, month, quarter or year, with 95 % intervals."
Attribute CPC_BY_PERIOD.VB_ProcData.VB_Invoke_Func = " \n14"
    If IsMissing(period) Then period = CpcMissing()
    If IsMissing(first_weekday) Then first_weekday = CpcMissing()
    CPC_BY_PERIOD = CpcCall("CPC_BY_PERIOD", Array(dates, cost, conversions, period, first_weekday))
End Function

Public Function COST_COUNTS(ByVal category As Variant, Optional ByVal rules As Variant) As Variant
Attribute COST_COUNTS.VB_Description = "Return whether a cost of this category is the cost of generating paid traffic."
Attribute COST_COUNTS.VB_ProcData.VB_Invoke_Func = " \n14"
    If IsMissing(rules) Then rules = CpcMissing()
    COST_COUNTS = CpcCall("COST_COUNTS", Array(category, rules))
End Function

Public Function COST_COUNTED(ByVal cost As Variant, ByVal category As Variant, Optional ByVal rules As Variant) As Variant
Attribute COST_COUNTED.VB_Description = "Return the sum of the costs that count as the cost of generating paid traffic."
Attribute COST_COUNTED.VB_ProcData.VB_Invoke_Func = " \n14"
    If IsMissing(rules) Then rules = CpcMissing()
    COST_COUNTED = CpcCall("COST_COUNTED", Array(cost, category, rules))
End Function

Public Function CTR(ByVal clicks As Variant, ByVal impressions As Variant, Optional ByVal each_ As Variant) As Variant
Attribute CTR.VB_Description = "Return the click-through rate: clicks over impressions, as a fraction."
Attribute CTR.VB_ProcData.VB_Invoke_Func = " \n14"
    If IsMissing(each_) Then each_ = CpcMissing()
    CTR = CpcCall("CTR", Array(clicks, impressions, each_))
End Function

Public Function CVR(ByVal conversions As Variant, ByVal clicks As Variant, Optional ByVal each_ As Variant) As Variant
Attribute CVR.VB_Description = "Return the conversion rate: conversions over clicks, as a fraction."
Attribute CVR.VB_ProcData.VB_Invoke_Func = " \n14"
    If IsMissing(each_) Then each_ = CpcMissing()
    CVR = CpcCall("CVR", Array(conversions, clicks, each_))
End Function

Public Function AOV(ByVal revenue As Variant, ByVal orders As Variant, Optional ByVal each_ As Variant) As Variant
Attribute AOV.VB_Description = "Return the average order value: revenue over orders."
Attribute AOV.VB_ProcData.VB_Invoke_Func = " \n14"
    If IsMissing(each_) Then each_ = CpcMissing()
    AOV = CpcCall("AOV", Array(revenue, orders, each_))
End Function

Public Function ROAS(ByVal revenue As Variant, ByVal cost As Variant, Optional ByVal each_ As Variant) As Variant
Attribute ROAS.VB_Description = "Return the return on ad spend: revenue over cost, as a ratio (4 is 400 %)."
Attribute ROAS.VB_ProcData.VB_Invoke_Func = " \n14"
    If IsMissing(each_) Then each_ = CpcMissing()
    ROAS = CpcCall("ROAS", Array(revenue, cost, each_))
End Function

Public Function ROI(ByVal returns As Variant, ByVal cost As Variant, Optional ByVal margin As Variant) As Variant
Attribute ROI.VB_Description = "Return the return on investment: what came back beyond the cost, over the cost."
Attribute ROI.VB_ProcData.VB_Invoke_Func = " \n14"
    If IsMissing(margin) Then margin = CpcMissing()
    ROI = CpcCall("ROI", Array(returns, cost, margin))
End Function

Public Function COST_SHARE(ByVal cost As Variant, ByVal revenue As Variant) As Variant
Attribute COST_SHARE.VB_Description = "Return the share of revenue that advertising cost: what Amazon calls ACoS."
Attribute COST_SHARE.VB_ProcData.VB_Invoke_Func = " \n14"
    COST_SHARE = CpcCall("COST_SHARE", Array(cost, revenue))
End Function

Public Function PROFIT_PER_CONVERSION(ByVal cpc_ As Variant, ByVal order_value As Variant, ByVal margin As Variant, Optional ByVal other_cost As Variant) As Variant
Attribute PROFIT_PER_CONVERSION.VB_Description = "Return what one conversion leaves after its goods, other cost and traffic are paid."
Attribute PROFIT_PER_CONVERSION.VB_ProcData.VB_Invoke_Func = " \n14"
    If IsMissing(other_cost) Then other_cost = CpcMissing()
    PROFIT_PER_CONVERSION = CpcCall("PROFIT_PER_CONVERSION", Array(cpc_, order_value, margin, other_cost))
End Function

Public Function MER(ByVal total_revenue As Variant, ByVal total_cost As Variant) As Variant
Attribute MER.VB_Description = "Return the marketing efficiency ratio: all revenue over all marketing cost."
Attribute MER.VB_ProcData.VB_Invoke_Func = " \n14"
    MER = CpcCall("MER", Array(total_revenue, total_cost))
End Function

Public Function CPC_BLENDED(ByVal paid_cost As Variant, ByVal paid_conversions As Variant, ByVal organic_conversions As Variant) As Variant
Attribute CPC_BLENDED.VB_Description = "Return the blended figure: paid cost over all conversions, paid and organic."
Attribute CPC_BLENDED.VB_ProcData.VB_Invoke_Func = " \n14"
    CPC_BLENDED = CpcCall("CPC_BLENDED", Array(paid_cost, paid_conversions, organic_conversions))
End Function

Public Function CPC_LOADED(ByVal paid_cost As Variant, ByVal organic_cost As Variant, ByVal paid_conversions As Variant, ByVal organic_conversions As Variant) As Variant
Attribute CPC_LOADED.VB_Description = "Return the fully loaded figure: paid and organic cost over all conversions."
Attribute CPC_LOADED.VB_ProcData.VB_Invoke_Func = " \n14"
    CPC_LOADED = CpcCall("CPC_LOADED", Array(paid_cost, organic_cost, paid_conversions, organic_conversions))
End Function

Public Function CPC_MIX(ByVal traffic As Variant, ByVal cost As Variant, ByVal conversions As Variant) As Variant
Attribute CPC_MIX.VB_Description = "Return paid, organic and blended side by side: cost, conversions, CPC and share."
Attribute CPC_MIX.VB_ProcData.VB_Invoke_Func = " \n14"
    CPC_MIX = CpcCall("CPC_MIX", Array(traffic, cost, conversions))
End Function

Public Function ORGANIC_SHARE(ByVal paid_conversions As Variant, ByVal organic_conversions As Variant) As Variant
Attribute ORGANIC_SHARE.VB_Description = "Return the share of all conversions that came without paying for the visit."
Attribute ORGANIC_SHARE.VB_ProcData.VB_Invoke_Func = " \n14"
    ORGANIC_SHARE = CpcCall("ORGANIC_SHARE", Array(paid_conversions, organic_conversions))
End Function

Public Function BREAKEVEN_CPC(ByVal order_value As Variant, ByVal margin As Variant, Optional ByVal repeat As Variant, Optional ByVal other_cost As Variant) As Variant
Attribute BREAKEVEN_CPC.VB_Description = "Return the cost per conversion at which a conversion neither earns nor loses."
Attribute BREAKEVEN_CPC.VB_ProcData.VB_Invoke_Func = " \n14"
    If IsMissing(repeat) Then repeat = CpcMissing()
    If IsMissing(other_cost) Then other_cost = CpcMissing()
    BREAKEVEN_CPC = CpcCall("BREAKEVEN_CPC", Array(order_value, margin, repeat, other_cost))
End Function

Public Function TARGET_CPC(ByVal order_value As Variant, ByVal margin As Variant, Optional ByVal profit_share As Variant, Optional ByVal repeat As Variant, Optional ByVal other_cost As Variant) As Variant
Attribute TARGET_CPC.VB_Description = "Return the cost per conversion to aim at when a share of the gross profit is to stay."
Attribute TARGET_CPC.VB_ProcData.VB_Invoke_Func = " \n14"
    If IsMissing(profit_share) Then profit_share = CpcMissing()
    If IsMissing(repeat) Then repeat = CpcMissing()
    If IsMissing(other_cost) Then other_cost = CpcMissing()
    TARGET_CPC = CpcCall("TARGET_CPC", Array(order_value, margin, profit_share, repeat, other_cost))
End Function

Public Function BREAKEVEN_ROAS(ByVal margin As Variant) As Variant
Attribute BREAKEVEN_ROAS.VB_Description = "Return the return on ad spend at which nothing is earned or lost: 1 over the margin."
Attribute BREAKEVEN_ROAS.VB_ProcData.VB_Invoke_Func = " \n14"
    BREAKEVEN_ROAS = CpcCall("BREAKEVEN_ROAS", Array(margin))
End Function

Public Function ROAS_FROM_CPC(ByVal target_cpc_ As Variant, ByVal order_value As Variant) As Variant
Attribute ROAS_FROM_CPC.VB_Description = "Return the return on ad spend that a cost per conversion amounts to."
Attribute ROAS_FROM_CPC.VB_ProcData.VB_Invoke_Func = " \n14"
    ROAS_FROM_CPC = CpcCall("ROAS_FROM_CPC", Array(target_cpc_, order_value))
End Function

Public Function CPC_FROM_ROAS(ByVal target_roas As Variant, ByVal order_value As Variant) As Variant
Attribute CPC_FROM_ROAS.VB_Description = "Return the cost per conversion that a return on ad spend amounts to."
Attribute CPC_FROM_ROAS.VB_ProcData.VB_Invoke_Func = " \n14"
    CPC_FROM_ROAS = CpcCall("CPC_FROM_ROAS", Array(target_roas, order_value))
End Function

Public Function CPC_RANK(ByVal cpc_ As Variant, ByVal peer_cpcs As Variant) As Variant
Attribute CPC_RANK.VB_Description = "Return the share of peers that are cheaper: 0 is the cheapest of all."
Attribute CPC_RANK.VB_ProcData.VB_Invoke_Func = " \n14"
    CPC_RANK = CpcCall("CPC_RANK", Array(cpc_, peer_cpcs))
End Function

Public Function MAX_BID(ByVal target_cpc_ As Variant, ByVal cvr_ As Variant, Optional ByVal buffer As Variant) As Variant
Attribute MAX_BID.VB_Description = "Return the most that a click may cost: target cost per conversion times conversion rate."
Attribute MAX_BID.VB_ProcData.VB_Invoke_Func = " \n14"
    If IsMissing(buffer) Then buffer = CpcMissing()
    MAX_BID = CpcCall("MAX_BID", Array(target_cpc_, cvr_, buffer))
End Function

Public Function MAX_BID_SAFE(ByVal target_cpc_ As Variant, ByVal conversions As Variant, ByVal clicks As Variant, Optional ByVal prior_cvr As Variant, Optional ByVal prior_clicks As Variant, Optional ByVal sureness As Variant) As Variant
Attribute MAX_BID_SAFE.VB_Description = "Return the most that a click may cost when the conversion rate is uncertain."
Attribute MAX_BID_SAFE.VB_ProcData.VB_Invoke_Func = " \n14"
    If IsMissing(prior_cvr) Then prior_cvr = CpcMissing()
    If IsMissing(prior_clicks) Then prior_clicks = CpcMissing()
    If IsMissing(sureness) Then sureness = CpcMissing()
    MAX_BID_SAFE = CpcCall("MAX_BID_SAFE", Array(target_cpc_, conversions, clicks, prior_cvr, prior_clicks, sureness))
End Function

Public Function BID_TABLE(ByVal names As Variant, ByVal clicks As Variant, ByVal conversions As Variant, ByVal target_cpc_ As Variant, Optional ByVal sureness As Variant) As Variant
Attribute BID_TABLE.VB_Description = "Return a bid for each keyword, its conversion rate steadied by all the others."
Attribute BID_TABLE.VB_ProcData.VB_Invoke_Func = " \n14"
    If IsMissing(sureness) Then sureness = CpcMissing()
    BID_TABLE = CpcCall("BID_TABLE", Array(names, clicks, conversions, target_cpc_, sureness))
End Function

Public Function CPC_LOW(ByVal cost As Variant, ByVal conversions As Variant, Optional ByVal confidence As Variant) As Variant
Attribute CPC_LOW.VB_Description = "Return the lower limit of the cost per conversion."
Attribute CPC_LOW.VB_ProcData.VB_Invoke_Func = " \n14"
    If IsMissing(confidence) Then confidence = CpcMissing()
    CPC_LOW = CpcCall("CPC_LOW", Array(cost, conversions, confidence))
End Function

Public Function CPC_HIGH(ByVal cost As Variant, ByVal conversions As Variant, Optional ByVal confidence As Variant) As Variant
Attribute CPC_HIGH.VB_Description = "Return the upper limit of the cost per conversion."
Attribute CPC_HIGH.VB_ProcData.VB_Invoke_Func = " \n14"
    If IsMissing(confidence) Then confidence = CpcMissing()
    CPC_HIGH = CpcCall("CPC_HIGH", Array(cost, conversions, confidence))
End Function

Public Function CPC_CI(ByVal cost As Variant, ByVal conversions As Variant, Optional ByVal confidence As Variant, Optional ByVal method As Variant) As Variant
Attribute CPC_CI.VB_Description = "Return the interval that holds the true cost per conversion: low and high."
Attribute CPC_CI.VB_ProcData.VB_Invoke_Func = " \n14"
    If IsMissing(confidence) Then confidence = CpcMissing()
    If IsMissing(method) Then method = CpcMissing()
    CPC_CI = CpcCall("CPC_CI", Array(cost, conversions, confidence, method))
End Function

Public Function SALT(ByVal cost As Variant, ByVal conversions As Variant, Optional ByVal confidence As Variant) As Variant
Attribute SALT.VB_Description = "Return the cost per conversion with its pinch of salt: figure, interval, grade."
Attribute SALT.VB_ProcData.VB_Invoke_Func = " \n14"
    If IsMissing(confidence) Then confidence = CpcMissing()
    SALT = CpcCall("SALT", Array(cost, conversions, confidence))
End Function

Public Function CPC_PROB(ByVal cost As Variant, ByVal conversions As Variant, ByVal target As Variant, Optional ByVal prior_conversions As Variant, Optional ByVal prior_cost As Variant) As Variant
Attribute CPC_PROB.VB_Description = "Return the probability that the true cost per conversion is below a target."
Attribute CPC_PROB.VB_ProcData.VB_Invoke_Func = " \n14"
    If IsMissing(prior_conversions) Then prior_conversions = CpcMissing()
    If IsMissing(prior_cost) Then prior_cost = CpcMissing()
    CPC_PROB = CpcCall("CPC_PROB", Array(cost, conversions, target, prior_conversions, prior_cost))
End Function

Public Function CONV_NEEDED(ByVal precision As Variant, Optional ByVal confidence As Variant) As Variant
Attribute CONV_NEEDED.VB_Description = "Return how many conversions a cost per conversion needs to be that precise."
Attribute CONV_NEEDED.VB_ProcData.VB_Invoke_Func = " \n14"
    If IsMissing(confidence) Then confidence = CpcMissing()
    CONV_NEEDED = CpcCall("CONV_NEEDED", Array(precision, confidence))
End Function

Public Function CVR_CI(ByVal conversions As Variant, ByVal clicks As Variant, Optional ByVal confidence As Variant) As Variant
Attribute CVR_CI.VB_Description = "Return the interval that holds the true conversion rate: low and high."
Attribute CVR_CI.VB_ProcData.VB_Invoke_Func = " \n14"
    If IsMissing(confidence) Then confidence = CpcMissing()
    CVR_CI = CpcCall("CVR_CI", Array(conversions, clicks, confidence))
End Function

Public Function CPC_CI_DAILY(ByVal cost As Variant, ByVal conversions As Variant, Optional ByVal confidence As Variant) As Variant
Attribute CPC_CI_DAILY.VB_Description = "Return the cost per conversion of daily rows with an interval that allows for their spread."
Attribute CPC_CI_DAILY.VB_ProcData.VB_Invoke_Func = " \n14"
    If IsMissing(confidence) Then confidence = CpcMissing()
    CPC_CI_DAILY = CpcCall("CPC_CI_DAILY", Array(cost, conversions, confidence))
End Function

Public Function DISPERSION(ByVal cost As Variant, ByVal conversions As Variant) As Variant
Attribute DISPERSION.VB_Description = "Return how many times more the days vary than chance explains; at least 1."
Attribute DISPERSION.VB_ProcData.VB_Invoke_Func = " \n14"
    DISPERSION = CpcCall("DISPERSION", Array(cost, conversions))
End Function

Public Function CPC_VERDICT(ByVal cost As Variant, ByVal conversions As Variant, ByVal target As Variant, Optional ByVal confidence As Variant) As Variant
Attribute CPC_VERDICT.VB_Description = "Return whether the cost per conversion is above target, below target, or cannot be told."
Attribute CPC_VERDICT.VB_ProcData.VB_Invoke_Func = " \n14"
    If IsMissing(confidence) Then confidence = CpcMissing()
    CPC_VERDICT = CpcCall("CPC_VERDICT", Array(cost, conversions, target, confidence))
End Function

Public Function STOP_AFTER(ByVal target As Variant, Optional ByVal confidence As Variant) As Variant
Attribute STOP_AFTER.VB_Description = "Return the spend at which no conversion at all rules the target out."
Attribute STOP_AFTER.VB_ProcData.VB_Invoke_Func = " \n14"
    If IsMissing(confidence) Then confidence = CpcMissing()
    STOP_AFTER = CpcCall("STOP_AFTER", Array(target, confidence))
End Function

Public Function COST_PER_CUSTOMER(ByVal cost As Variant, ByVal conversions As Variant, ByVal customers As Variant, Optional ByVal confidence As Variant) As Variant
Attribute COST_PER_CUSTOMER.VB_Description = "Return what a conversion and a customer cost, and the share of conversions that stayed."
Attribute COST_PER_CUSTOMER.VB_ProcData.VB_Invoke_Func = " \n14"
    If IsMissing(confidence) Then confidence = CpcMissing()
    COST_PER_CUSTOMER = CpcCall("COST_PER_CUSTOMER", Array(cost, conversions, customers, confidence))
End Function

Public Function AB_CPC(ByVal cost_a As Variant, ByVal conversions_a As Variant, ByVal cost_b As Variant, ByVal conversions_b As Variant, Optional ByVal confidence As Variant, Optional ByVal dispersion_ As Variant) As Variant
Attribute AB_CPC.VB_Description = "Return how the cost per conversion of B compares with that of A, and how sure that is."
Attribute AB_CPC.VB_ProcData.VB_Invoke_Func = " \n14"
    If IsMissing(confidence) Then confidence = CpcMissing()
    If IsMissing(dispersion_) Then dispersion_ = CpcMissing()
    AB_CPC = CpcCall("AB_CPC", Array(cost_a, conversions_a, cost_b, conversions_b, confidence, dispersion_))
End Function

Public Function AB_CPC_P(ByVal cost_a As Variant, ByVal conversions_a As Variant, ByVal cost_b As Variant, ByVal conversions_b As Variant) As Variant
Attribute AB_CPC_P.VB_Description = "Return the p-value of two equal costs per conversion."
Attribute AB_CPC_P.VB_ProcData.VB_Invoke_Func = " \n14"
    AB_CPC_P = CpcCall("AB_CPC_P", Array(cost_a, conversions_a, cost_b, conversions_b))
End Function

Public Function AB_CPC_PROB(ByVal cost_a As Variant, ByVal conversions_a As Variant, ByVal cost_b As Variant, ByVal conversions_b As Variant, Optional ByVal prior_conversions As Variant, Optional ByVal prior_cost As Variant) As Variant
Attribute AB_CPC_PROB.VB_Description = "Return the probability that B has the lower cost per conversion."
Attribute AB_CPC_PROB.VB_ProcData.VB_Invoke_Func = " \n14"
    If IsMissing(prior_conversions) Then prior_conversions = CpcMissing()
    If IsMissing(prior_cost) Then prior_cost = CpcMissing()
    AB_CPC_PROB = CpcCall("AB_CPC_PROB", Array(cost_a, conversions_a, cost_b, conversions_b, prior_conversions, prior_cost))
End Function

Public Function AB_CVR(ByVal conversions_a As Variant, ByVal clicks_a As Variant, ByVal conversions_b As Variant, ByVal clicks_b As Variant, Optional ByVal confidence As Variant) As Variant
Attribute AB_CVR.VB_Description = "Return how the conversion rates of two arms differ, and what choosing either would lose."
Attribute AB_CVR.VB_ProcData.VB_Invoke_Func = " \n14"
    If IsMissing(confidence) Then confidence = CpcMissing()
    AB_CVR = CpcCall("AB_CVR", Array(conversions_a, clicks_a, conversions_b, clicks_b, confidence))
End Function

Public Function SRM_P(ByVal count_a As Variant, ByVal count_b As Variant, Optional ByVal share_b As Variant) As Variant
Attribute SRM_P.VB_Description = "Return the p-value of a fair split: a tiny one says that the experiment is broken."
Attribute SRM_P.VB_ProcData.VB_Invoke_Func = " \n14"
    If IsMissing(share_b) Then share_b = CpcMissing()
    SRM_P = CpcCall("SRM_P", Array(count_a, count_b, share_b))
End Function

Public Function AB_SIZE(ByVal baseline_cvr As Variant, ByVal uplift As Variant, Optional ByVal power As Variant, Optional ByVal alpha As Variant) As Variant
Attribute AB_SIZE.VB_Description = "Return the clicks that each arm needs to see a relative change of the conversion rate."
Attribute AB_SIZE.VB_ProcData.VB_Invoke_Func = " \n14"
    If IsMissing(power) Then power = CpcMissing()
    If IsMissing(alpha) Then alpha = CpcMissing()
    AB_SIZE = CpcCall("AB_SIZE", Array(baseline_cvr, uplift, power, alpha))
End Function

Public Function AB_BUDGET(ByVal cpc_ As Variant, ByVal ratio As Variant, Optional ByVal power As Variant, Optional ByVal alpha As Variant) As Variant
Attribute AB_BUDGET.VB_Description = "Return the spend that each arm needs to tell two costs per conversion apart."
Attribute AB_BUDGET.VB_ProcData.VB_Invoke_Func = " \n14"
    If IsMissing(power) Then power = CpcMissing()
    If IsMissing(alpha) Then alpha = CpcMissing()
    AB_BUDGET = CpcCall("AB_BUDGET", Array(cpc_, ratio, power, alpha))
End Function

Public Function AB_SEQ(ByVal cost_a As Variant, ByVal conversions_a As Variant, ByVal cost_b As Variant, ByVal conversions_b As Variant, Optional ByVal dispersion_ As Variant, Optional ByVal concentration As Variant) As Variant
Attribute AB_SEQ.VB_Description = "Return a p-value for each look that stays valid whenever the test is stopped."
Attribute AB_SEQ.VB_ProcData.VB_Invoke_Func = " \n14"
    If IsMissing(dispersion_) Then dispersion_ = CpcMissing()
    If IsMissing(concentration) Then concentration = CpcMissing()
    AB_SEQ = CpcCall("AB_SEQ", Array(cost_a, conversions_a, cost_b, conversions_b, dispersion_, concentration))
End Function

Public Function QS_WEIGHTED(ByVal quality_scores As Variant, ByVal impressions As Variant) As Variant
Attribute QS_WEIGHTED.VB_Description = "Return the quality score of an account, each keyword weighted by its impressions."
Attribute QS_WEIGHTED.VB_ProcData.VB_Invoke_Func = " \n14"
    QS_WEIGHTED = CpcCall("QS_WEIGHTED", Array(quality_scores, impressions))
End Function

Public Function QS_CLICK_COST_CHANGE(ByVal from_qs As Variant, ByVal to_qs As Variant) As Variant
Attribute QS_CLICK_COST_CHANGE.VB_Description = "Return the change of the click cost by quality score, in the simplified ad-rank model."
Attribute QS_CLICK_COST_CHANGE.VB_ProcData.VB_Invoke_Func = " \n14"
    QS_CLICK_COST_CHANGE = CpcCall("QS_CLICK_COST_CHANGE", Array(from_qs, to_qs))
End Function

Public Function QS_CPC_CHANGE(ByVal points As Variant, Optional ByVal per_point As Variant) As Variant
Attribute QS_CPC_CHANGE.VB_Description = "Return the change of the cost per conversion that points of quality score went with."
Attribute QS_CPC_CHANGE.VB_ProcData.VB_Invoke_Func = " \n14"
    If IsMissing(per_point) Then per_point = CpcMissing()
    QS_CPC_CHANGE = CpcCall("QS_CPC_CHANGE", Array(points, per_point))
End Function

Public Function AD_RANK(ByVal bid As Variant, ByVal qs As Variant) As Variant
Attribute AD_RANK.VB_Description = "Return the ad rank in the simplified historic model: bid times quality score."
Attribute AD_RANK.VB_ProcData.VB_Invoke_Func = " \n14"
    AD_RANK = CpcCall("AD_RANK", Array(bid, qs))
End Function

Public Function ACTUAL_CLICK_COST(ByVal rank_below As Variant, ByVal qs As Variant, Optional ByVal increment As Variant) As Variant
Attribute ACTUAL_CLICK_COST.VB_Description = "Return the click cost in the simplified model: just enough to beat the rank below."
Attribute ACTUAL_CLICK_COST.VB_ProcData.VB_Invoke_Func = " \n14"
    If IsMissing(increment) Then increment = CpcMissing()
    ACTUAL_CLICK_COST = CpcCall("ACTUAL_CLICK_COST", Array(rank_below, qs, increment))
End Function

Public Function BUDGET_NEEDED(ByVal conversions As Variant, ByVal cpc_ As Variant) As Variant
Attribute BUDGET_NEEDED.VB_Description = "Return the budget that a number of conversions takes at a cost per conversion."
Attribute BUDGET_NEEDED.VB_ProcData.VB_Invoke_Func = " \n14"
    BUDGET_NEEDED = CpcCall("BUDGET_NEEDED", Array(conversions, cpc_))
End Function

Public Function MARGINAL_STEP(ByVal cost0 As Variant, ByVal conv0 As Variant, ByVal cost1 As Variant, ByVal conv1 As Variant) As Variant
Attribute MARGINAL_STEP.VB_Description = "Return what each extra conversion cost between two levels of spend."
Attribute MARGINAL_STEP.VB_ProcData.VB_Invoke_Func = " \n14"
    MARGINAL_STEP = CpcCall("MARGINAL_STEP", Array(cost0, conv0, cost1, conv1))
End Function

Public Function MARGINAL_CPC(ByVal spend As Variant, ByVal conversions As Variant, ByVal at_spend As Variant, Optional ByVal curve As Variant) As Variant
Attribute MARGINAL_CPC.VB_Description = "Return what the next conversion costs at a level of spend, if the curve holds."
Attribute MARGINAL_CPC.VB_ProcData.VB_Invoke_Func = " \n14"
    If IsMissing(curve) Then curve = CpcMissing()
    MARGINAL_CPC = CpcCall("MARGINAL_CPC", Array(spend, conversions, at_spend, curve))
End Function

Public Function SPEND_CURVE(ByVal spend As Variant, ByVal conversions As Variant, Optional ByVal curve As Variant, Optional ByVal points As Variant) As Variant
Attribute SPEND_CURVE.VB_Description = "Return a table of spend, expected conversions, average and marginal CPC, if the curve holds."
Attribute SPEND_CURVE.VB_ProcData.VB_Invoke_Func = " \n14"
    If IsMissing(curve) Then curve = CpcMissing()
    If IsMissing(points) Then points = CpcMissing()
    SPEND_CURVE = CpcCall("SPEND_CURVE", Array(spend, conversions, curve, points))
End Function

Public Function BUDGET_SPLIT(ByVal total As Variant, ByVal channel As Variant, ByVal spend As Variant, ByVal conversions As Variant, Optional ByVal min As Variant, Optional ByVal max As Variant, Optional ByVal curve As Variant) As Variant
Attribute BUDGET_SPLIT.VB_Description = "Return a split of a budget with the same marginal CPC in every channel, if the curves hold."
Attribute BUDGET_SPLIT.VB_ProcData.VB_Invoke_Func = " \n14"
    If IsMissing(min) Then min = CpcMissing()
    If IsMissing(max) Then max = CpcMissing()
    If IsMissing(curve) Then curve = CpcMissing()
    BUDGET_SPLIT = CpcCall("BUDGET_SPLIT", Array(total, channel, spend, conversions, min, max, curve))
End Function

Public Function ATTRIBUTION(ByVal paths As Variant, ByVal conversions As Variant, Optional ByVal model As Variant, Optional ByVal non_conversions As Variant, Optional ByVal separator As Variant) As Variant
Attribute ATTRIBUTION.VB_Description = "Return a table of the conversions and the share that each channel is credited with."
Attribute ATTRIBUTION.VB_ProcData.VB_Invoke_Func = " \n14"
    If IsMissing(model) Then model = CpcMissing()
    If IsMissing(non_conversions) Then non_conversions = CpcMissing()
    If IsMissing(separator) Then separator = CpcMissing()
    ATTRIBUTION = CpcCall("ATTRIBUTION", Array(paths, conversions, model, non_conversions, separator))
End Function

Public Function CPC_CHANGE(ByVal cost0 As Variant, ByVal conversions0 As Variant, ByVal cost1 As Variant, ByVal conversions1 As Variant, Optional ByVal confidence As Variant) As Variant
Attribute CPC_CHANGE.VB_Description = "Return by how much the cost per conversion changed, with interval and p-value."
Attribute CPC_CHANGE.VB_ProcData.VB_Invoke_Func = " \n14"
    If IsMissing(confidence) Then confidence = CpcMissing()
    CPC_CHANGE = CpcCall("CPC_CHANGE", Array(cost0, conversions0, cost1, conversions1, confidence))
End Function

Public Function CPC_WHY(ByVal segments As Variant, ByVal cost0 As Variant, ByVal conversions0 As Variant, ByVal cost1 As Variant, ByVal conversions1 As Variant) As Variant
Attribute CPC_WHY.VB_Description = "Return why the cost per conversion changed: by mix or by efficiency, for each segment."
Attribute CPC_WHY.VB_ProcData.VB_Invoke_Func = " \n14"
    CPC_WHY = CpcCall("CPC_WHY", Array(segments, cost0, conversions0, cost1, conversions1))
End Function

Public Function CPC_ALERT(ByVal dates As Variant, ByVal cost As Variant, ByVal conversions As Variant, Optional ByVal window As Variant, Optional ByVal alpha As Variant) As Variant
Attribute CPC_ALERT.VB_Description = "Return HIGH or LOW on the days whose cost per conversion is no chance, else nothing."
Attribute CPC_ALERT.VB_ProcData.VB_Invoke_Func = " \n14"
    If IsMissing(window) Then window = CpcMissing()
    If IsMissing(alpha) Then alpha = CpcMissing()
    CPC_ALERT = CpcCall("CPC_ALERT", Array(dates, cost, conversions, window, alpha))
End Function

Public Function CPC_ROLLING(ByVal cost As Variant, ByVal conversions As Variant, Optional ByVal window As Variant) As Variant
Attribute CPC_ROLLING.VB_Description = "Return the cost per conversion of each row together with the rows before it."
Attribute CPC_ROLLING.VB_ProcData.VB_Invoke_Func = " \n14"
    If IsMissing(window) Then window = CpcMissing()
    CPC_ROLLING = CpcCall("CPC_ROLLING", Array(cost, conversions, window))
End Function

Public Function CPC_CHECK(ByVal data_range As Variant, Optional ByVal today As Variant) As Variant
Attribute CPC_CHECK.VB_Description = "Return what is wrong with a table: the row, the problem and what to do about it."
Attribute CPC_CHECK.VB_ProcData.VB_Invoke_Func = " \n14"
    If IsMissing(today) Then today = CpcMissing()
    CPC_CHECK = CpcCall("CPC_CHECK", Array(data_range, today))
End Function

Public Function PARSE_NUM(ByVal text As Variant, Optional ByVal locale As Variant) As Variant
Attribute PARSE_NUM.VB_Description = "Return the number that a text says, read as the locale writes numbers."
Attribute PARSE_NUM.VB_ProcData.VB_Invoke_Func = " \n14"
    If IsMissing(locale) Then locale = CpcMissing()
    PARSE_NUM = CpcCall("PARSE_NUM", Array(text, locale))
End Function
