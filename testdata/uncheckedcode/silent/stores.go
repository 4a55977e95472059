package silent

import "net/url"

// A report that the program's own functions fill.
type formReport struct {
	ReasonCode int `form:"reasonCode"`
	MessageID  string
}

func (r *formReport) scan(form url.Values) { r.ReasonCode = len(form.Get("reasonCode")) }
func (r *formReport) scanAgain(form url.Values) {
	r.scan(form)
}

func fillReport(r *formReport, form url.Values) {
	*r = formReport{MessageID: form.Get("messageId"), ReasonCode: 8}
}

func into(r *formReport) func(int) { return func(code int) { r.ReasonCode = code } }

type receipt formReport

func (r *receipt) scan(form url.Values) { r.ReasonCode = 8 }

func scanned(form url.Values) bool {
	var r formReport
	r.scan(form)
	return r.ReasonCode == 0
}

func scannedAgain(form url.Values) bool {
	var r formReport
	r.scanAgain(form)
	return r.ReasonCode == 0
}

func filled(form url.Values) bool {
	var r formReport
	fillReport(&r, form)
	return r.ReasonCode == 0
}

func filledByLiteral(code int) bool {
	var r formReport
	into(&r)(code)
	return r.ReasonCode == 0
}

func filledByAnotherType(form url.Values) bool {
	var r formReport
	(*receipt)(&r).scan(form)
	return r.ReasonCode == 0
}

func added(codes []int) bool {
	var r formReport
	for _, code := range codes {
		r.ReasonCode += code
	}
	return r.ReasonCode == 0
}

func (r formReport) clear() { r.ReasonCode = 0 }

func onlyCopies(form url.Values) bool {
	var r formReport
	r.clear()
	return r.ReasonCode == 0 // want `nothing is ever stored in r`
}
