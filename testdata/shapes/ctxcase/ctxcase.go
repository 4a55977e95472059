// Package ctxcase switches on codes, with a tag and without.
package ctxcase

import "net/http"

const (
	reasonNone   = "0"
	reasonAbsent = "8"
)

// Kind is the program's own idea of an outcome.
type Kind int

const (
	Good Kind = iota
	Later
	Bad
)

func tagged(r *http.Request) Kind {
	switch r.FormValue("reasonCode") {
	case reasonNone:
		return Good
	case reasonAbsent, "13", "1": // want "magiccode: .*HandsetMemoryExceeded" "magiccode: .*BaseStationUnknown"
		return Later
	case "":
		return Bad
	default:
		return Bad
	}
}

func tagless(r *http.Request) Kind {
	reason, status := r.FormValue("reasonCode"), r.FormValue("status")
	switch {
	case reason == reasonNone || status == "0":
		return Good
	case reason == "9", "10" == reason: // want "magiccode: .*SMSCFailure" "magiccode: .*SMSCCongestion"
		return Later
	case status == "5" && reason != "11": // want "magiccode: .*SMSCRoaming"
		return Later
	}
	return Bad
}

func withInit(r *http.Request) (k Kind) {
	switch reason := r.PostFormValue("reasonCode"); reason {
	case "0": // want "magiccode: .*NotApplicable"
		k = Good
	case "3": // want "magiccode: .*FormatError"
		fallthrough
	case "12": // want "magiccode: .*HandsetError"
		k = Bad
	default:
		k = Later
	}
	return k
}

// constTag has the code among the cases and the truth as tag.
func constTag(r *http.Request) Kind {
	reason := r.FormValue("reasonCode")
	switch true {
	case reason == "201": // want "magiccode: .*InvalidWhatsAppTemplate"
		return Bad
	case len(reason) == 0:
		return Good
	}
	return Later
}

// Worst is the worst of all opinions.
func Worst(r *http.Request) Kind {
	worst := Good
	for _, k := range []Kind{tagged(r), tagless(r), withInit(r), constTag(r)} {
		switch k {
		case 0:
		case 1:
			worst = max(worst, 1)
		case 2:
			return 2
		}
	}
	return worst
}
