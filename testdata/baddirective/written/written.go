// Package written has directives that are not written as they should be, or that
// stand where they say nothing.
package written

// Reply is what the API answers.
type Reply struct {
	// errcodelint:domain response // want `this is no directive, only a comment; write //errcodelint:domain`
	ResponseCode int `json:"responseCode"`

	//errcodelint:domian template // want `there is no directive //errcodelint:domian; did you mean domain\?`
	Template int `json:"templateCode"`
}

// Accepted tells success.
func Accepted(r Reply) bool {
	//errcodelint:ignroe magiccode the contract has numbers // want `did you mean ignore\?`
	if r.ResponseCode == 0 {
		return true
	}
	//errcodelint:ignore magiccode // want `the reason is missing: say why the finding is none; write //errcodelint:ignore CHECK,CHECK REASON`
	return r.ResponseCode == 10
}

//errcodelint:ignore magicode only numbers // want `there is no check "magicode"; did you mean magiccode\?`
func other(r Reply) bool { return r.ResponseCode == 0 }

//errcodelint:exhaustive // want `//errcodelint:exhaustive belongs on a switch or a map literal`
func chain(r Reply) bool { return other(r) }

// The blank line makes it stand on nothing.
//
//errcodelint:declare spaced // want `nothing stands below this directive`

// Spaced is a code.
type Spaced int

func use(code int, note string) {
	//errcodelint:retry never // want `//errcodelint:retry belongs on one constant, or an entry of a map literal`
	if code == 1 && note != "" {
		chain(Reply{})
	}
	//errcodelint:extend response // want `//errcodelint:extend belongs on a const block`
	var _ = 1
}

//errcodelint:domain template codes // want `the function has no parameter codes; did you mean code\?`
func status(code int) { use(code, "") }

//errcodelint:domain template // want `which parameters\?`
func untold(code int) { status(code) }

//errcodelint:domain template code // want `there is no function here that has the parameters code`
var last = untold
