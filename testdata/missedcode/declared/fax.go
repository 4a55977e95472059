// Package declared sends faxes, whose codes the program has in a table.
package declared

//errcodelint:declare fax key=faxCode success=0
var faxText = map[int]string{
	0:   "sent",
	3:   "busy", //errcodelint:retry backoff
	-4:  "no carrier",
	900: "",
}

type receipt struct {
	Code  int `json:"faxCode"`
	Pages int `json:"pages"`
}

// state forgets two codes that have no name.
func state(r receipt) string {
	switch r.Code { // want `happens to 2 fax codes that can reach it: -4 \(no carrier\), 900 \(2 may or may not pass\)`
	case 0:
		return "sent"
	case 3:
		return "again"
	}
	return ""
}

// advise forgets one.
func advise(r receipt) string {
	switch r.Code { // want `happens to the fax code -4 \(no carrier\), which can reach it`
	case 0, 3, 900:
		return faxText[r.Code]
	}
	return ""
}
