// Package lost uses a client that has a number of its own for lost answers.
package lost

import (
	"encoding/json"

	"example.test/programs/magiccode/lost/gateway"
)

const path = gateway.Host + "/rest/v1/balance"

func refused(r gateway.Reply) bool { return r.ResponseCode > 0 } // want `> 0 \(Success\) .*; name the codes that are meant`

func answerRefused(a *gateway.Answer) bool { return a.Code() > 0 } // want `> 0 \(Success\) .*; name the codes that are meant`

func number(m map[string]string) bool { return gateway.Number(m["responseCode"]) >= 1 } // want `>= 1 .*; name the codes that are meant`

func answered(a *gateway.Answer) bool { return a.ResponseCode > 0 } // want `> 0 \(Success\) .*; write != int\(codes.ResponseSuccess\)`

// code hands the client's on.
func code(a *gateway.Answer) int { return a.Code() }

func handedOn(a *gateway.Answer) bool { return code(a) <= 0 } // want `<= 0 \(Success\) .*; name the codes that are meant`

// A head is part of several replies.
type head struct {
	ResponseCode int `json:"responseCode"`
}

type balance struct {
	head
	Credit int `json:"credit"`
}

func fetch(data []byte) (b balance) {
	if err := json.Unmarshal(data, &b); err != nil {
		return balance{head: head{ResponseCode: -1}}
	}
	return b
}

func poor(data []byte) bool {
	b := fetch(data)
	return b.ResponseCode > 0 || b.Credit <= 0 // want `> 0 \(Success\) .*; name the codes that are meant`
}

type counted struct {
	ReasonCode int `json:"reasonCode"`
}

// next counts down, which makes another number of it.
func (c *counted) next() { c.ReasonCode-- }

func (c *counted) late() bool { return c.ReasonCode > 0 } // want `> 0 \(NotApplicable\) .*; name the codes that are meant`
