// Package plain has no word of the vendor: its constants decide.
package plain

func probe(...any) {}

type success struct {
	Code int `json:"responseCode,string"`
}

func _(r success) {
	probe(r.Code) // want `response keyed: its constants and name`
	_ = r.Code == 0
}

type throttled struct {
	Code string `xml:"responseCode"`
}

func _(r throttled) {
	probe(r.Code) // want `response keyed: its constants`
	_ = r.Code != "5"
}

type status struct {
	Code int `json:"responseCode"`
}

func _(r status) {
	probe(r.Code) // want `not bound`
	_ = r.Code == 0 || r.Code == 200
}

type padded struct {
	Code string `json:"responseCode"`
}

func _(r padded) {
	probe(r.Code) // want `not bound`
	_ = r.Code == "00"
}

type managed struct {
	Code string `json:"responseCode"`
}

func _(r managed) {
	probe(r.Code) // want `template keyed: its constants`
	_ = r.Code == "0" || r.Code == "131009"
}

type templateReply struct {
	Code string `json:"responseCode"`
}

func _(r templateReply) {
	probe(r.Code) // want `template keyed: its constants and name`
	_ = r.Code == "0" || r.Code == "10"
}

func byPath(get func(string) map[string]any) {
	m := get("https://messages.example/whatsapp/message_templates?limit=10")
	probe(m["responseCode"]) // want `template keyed: its constants and name`
	_ = m["responseCode"] == "4"
}

func byFunction(m map[string]any) {
	probe(m["responseCode"]) // want `response keyed: its constants and name`
	_ = m["responseCode"] == "4"
}

func disagree(m map[string]string) {
	probe(m["responseCode"]) // want `not bound`
	_ = m["responseCode"] == "301" || m["responseCode"] == "190"
}

func unread(m map[string]string) {
	probe(m["responseCode"]) // want `not bound`
}

func neutral(m map[string]string) {
	probe(m["responseCode"]) // want `not bound`
	_ = m["responseCode"] == "" || m["responseCode"] > "5"
}

func otherKeys(m map[string]string) {
	probe(m["ResponseCode"], m["response_code"], m["responsecode"]) // want `not bound` `not bound` `not bound`
	_ = m["ResponseCode"] == "0" || m["response_code"] == "0" || m["responsecode"] == "0"
}

type base struct {
	Code int `json:"responseCode"`
}

type sms struct{ base }

type whatsapp struct {
	base
	Inner struct{ base }
}

type silent struct{ base }

func _(s sms, w whatsapp, q silent) {
	probe(s.Code)       // want `response keyed`
	probe(w.Code)       // want `template keyed`
	probe(w.Inner.Code) // want `response keyed`
	probe(q.Code)       // want `not bound`
	_ = s.Code == 5
	_ = w.Code == 190
	_ = w.Inner.Code == 301
}

type small struct {
	Byte  byte   `json:"responseCode"`
	Short uint16 `form:"responseCode"`
	List  []int  `xml:"responseCode"`
}

func _(s small) {
	probe(s.Byte, s.Short, s.List[0]) // want `not bound` `not bound` `not bound`
	_ = s.Byte == 5 || s.Short == 5 || s.List[0] == 5
}

type state int

const (
	open state = iota
	closed
	broken
)

type own struct {
	State state `json:"responseCode"`
}

func _(o own) {
	probe(o.State) // want `not bound`
	_ = o.State == open || o.State == closed || o.State == broken
}

type rc int

const (
	rcOK   rc = 0
	rcBusy rc = 5
)

type typed struct {
	RC rc `json:"responseCode"`
}

func (c rc) busy() bool {
	probe(c) // want `response keyed`
	return c == rcBusy
}

func _(t typed) {
	probe(t.RC) // want `response keyed`
	_ = t.RC == rcOK
}

type mixed int

const (
	mixedOK    mixed = 0
	mixedFound mixed = 302
)

type foreignConstants struct {
	M mixed `json:"responseCode"`
}

func _(f foreignConstants) {
	probe(f.M) // want `not bound`
	_ = f.M == mixedOK
}

func report(form map[string][]string) {
	probe(form["reasonCode"][0]) // want `reason keyed`
	_ = form["reasonCode"][0] == "8"
}

// Constants that are counted are the program's own, with a type or without.
const (
	endNone = iota
	endUser
	endTimeout
)

type session struct {
	End int `json:"reasonCode"`
}

func _(s session) {
	probe(s.End) // want `not bound`
	_ = s.End == endNone || s.End == endUser || s.End == endTimeout
}
