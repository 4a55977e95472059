//go:build go1.26

package latest

import "github.com/errcodelint/errcodelint/codes"

type optional struct{ Code *codes.ResponseCode }

func made(r reply) {
	if r.ResponseCode == codes.ResponseSuccess {
		return
	}
	p := new(r.ResponseCode)
	seen(*p) // want `^1 2 .* undocumented$`
	r.ResponseCode = codes.ResponseSuccess
	seen(*p) // want `^1 2 .* undocumented$`
	*p = codes.ResponseInvalidIP
	seen(*p)             // want `^2$`
	seen(r.ResponseCode) // want `^0$`
}

func madeOfStruct(r reply) {
	if r.ResponseCode == codes.ResponseSuccess {
		return
	}
	p := new(r)
	q := new(reply{ResponseCode: codes.ResponseInvalidIP})
	o := optional{Code: new(codes.ResponseInvalidIP)}
	r.ResponseCode = codes.ResponseSuccess
	seen(p.ResponseCode) // want `^1 2 .* undocumented$`
	seen(q.ResponseCode) // want `^2$`
	seen(*o.Code)        // want `^2$`
	q = p
	q.ResponseCode = codes.ResponseSuccess
	seen(p.ResponseCode) // want `0`
}

func zero() {
	p := new(reply)
	seen(p.ResponseCode) // want `^0$`
	q := new(codes.ResponseCode)
	seen(*q) // want `^0$`
}

func plain(n int, p *int) {
	q := new(n)
	if *q == 5 && n != 5 {
		seen(codes.ResponseCode(*q)) // want `^0 .* undocumented$`
	}
}

var allowed = []codes.ResponseCode{codes.ResponseInvalidIP}

func lent(r reply, n int) {
	list := make([]codes.ResponseCode, 0, 4)
	list = append(list, codes.ResponseInvalidIP)
	p := new(list)
	(*p)[0] = r.ResponseCode
	seen(list[0]) // want `undocumented`
	all := new(allowed)
	(*all)[n] = r.ResponseCode
	for _, c := range allowed {
		seen(c) // want `undocumented`
	}
}

func function(r reply) {
	code := codes.ResponseInvalidIP
	set := func() { code = r.ResponseCode }
	p := new(set)
	(*p)()
	seen(code) // want `undocumented`
	q := new(&code)
	code = codes.ResponseInvalidIP
	**q = r.ResponseCode
	seen(code) // want `undocumented`
}

func inner(code codes.ResponseCode) {
	seen(code) // want `undocumented`
}

func handOut(r reply) {
	f := new(inner)
	inner(codes.ResponseInvalidIP)
	(*f)(r.ResponseCode)
}

// lentRoom has two lists with the same room behind their ends.
func lentRoom(r reply) {
	list := make([]codes.ResponseCode, 0, 4)
	p := new(list)
	*p = append(*p, codes.ResponseInvalidIP)
	if (*p)[0] == codes.ResponseInvalidIP {
		list = append(list, r.ResponseCode)
		seen((*p)[0]) // want `undocumented`
	}
}
