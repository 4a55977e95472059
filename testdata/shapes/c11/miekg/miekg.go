// Package miekg asks a name server, and keeps what it answered.
//
// Silent, because constants of another package, typed or not, speak against
// the field.
package miekg

import (
	"context"
	"fmt"

	"github.com/miekg/dns"
)

type result struct {
	Name         string
	ResponseCode int
}

func ask(ctx context.Context, server, name string) (*result, error) {
	m := new(dns.Msg)
	m.SetQuestion(dns.Fqdn(name), dns.TypeA)
	in, _, err := new(dns.Client).ExchangeContext(ctx, m, server)
	if err != nil {
		return nil, err
	}
	return &result{name, in.Rcode}, nil
}

// Exists says whether a name does.
func Exists(ctx context.Context, server, name string) (bool, error) {
	r, err := ask(ctx, server, name)
	if err != nil {
		return false, err
	}
	switch r.ResponseCode {
	case dns.RcodeSuccess:
		return true, nil
	case dns.RcodeNameError, 5:
		return false, nil
	case 16:
		return false, fmt.Errorf("%s: bad version", r.Name)
	}
	return false, fmt.Errorf("%s: %s", name, dns.RcodeToString[r.ResponseCode])
}

// Again says whether to ask another server.
func Again(responseCode int) bool {
	return responseCode == dns.RcodeServerFailure || responseCode == 11
}
