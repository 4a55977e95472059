// Package ctxorder compares codes by size.
package ctxorder

import (
	"encoding/json"
	"strconv"

	"github.com/errcodelint/errcodelint/codes"
)

const firstAddress = 11

type reply struct {
	Code  codes.ResponseCode `json:"responseCode"`
	Parts int                `json:"parts"`
}

type tokenReply struct {
	Code int `json:"responseCode,string"`
	Life int `json:"expiresIn"`
}

func failed(r reply) bool {
	return r.Code > 0 && r.Parts > 0 // want "magiccode: .*(0|Success)"
}

func failedToken(r tokenReply) bool {
	if r.Life >= 1 && len("token") > 5 {
		return false
	}
	return r.Code >= 1 // want "magiccode: .*(1|InvalidCredentials)"
}

func documented(r reply) bool {
	return r.Code < 100 || 300 < r.Code && r.Code <= 301 // want "magiccode: .*100" "magiccode: .*300" "magiccode: .*(301|NoWhatsAppSession)"
}

func address(r reply) bool {
	return r.Code >= firstAddress && r.Code < codes.ResponseRouteLimitedByAccount
}

func negative(r tokenReply) bool {
	return r.Code < 0 // want "magiccode: .*(0|Success)"
}

func text(s string) bool {
	reasonCode, err := strconv.Atoi(s)
	if err != nil || len(s) > 3 {
		return false
	}
	if reasonCode == int(codes.ReasonNotApplicable) {
		return false
	}
	return reasonCode <= 13 // want "magiccode: .*(13|HandsetMemoryExceeded)"
}

func sorted(r reply) string {
	switch {
	case r.Code > 20: // want "magiccode: .*20"
		return "odd"
	case r.Parts > 20:
		return "long"
	case 10 <= r.Code: // want "magiccode: .*(10|CouldNotRoute)"
		return "message"
	}
	return "account"
}

// Read decodes and sorts.
func Read(data []byte) (string, error) {
	var r reply
	if err := json.Unmarshal(data, &r); err != nil {
		return "", err
	}
	for i := 0; i < 5; i++ {
		if failed(r) && address(r) || documented(r) {
			return sorted(r), nil
		}
	}
	return "", nil
}

// Token is Read for tokens.
func Token(t tokenReply, s string) bool {
	return failedToken(t) || negative(t) || text(s)
}
