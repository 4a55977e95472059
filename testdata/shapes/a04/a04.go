// Package a04 is a small client whose calls share one generic round trip.
package a04

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
)

const endpoint = "https://api.geniq.io/rest/v1"

type baseReply struct {
	ResponseCode string `json:"responseCode"`
	Message      string `json:"responseMessage"`
}

func (b baseReply) base() baseReply { return b }

type smsReply struct {
	baseReply
	ID string `json:"messageId"`
}

type verifyReply struct {
	baseReply
	Valid bool `json:"valid"`
}

type replier interface{ base() baseReply }

func doCall[T replier](ctx context.Context, path string) (T, error) {
	var out T
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, endpoint+path, nil)
	if err != nil {
		return out, err
	}
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return out, err
	}
	defer resp.Body.Close()
	if err := json.NewDecoder(resp.Body).Decode(&out); err != nil {
		return out, err
	}
	if b := out.base(); b.ResponseCode == "99" { // want "magiccode: .*SystemError"
		return out, fmt.Errorf("system error: %s", b.Message)
	}
	return out, nil
}

// Send sends one message.
func Send(ctx context.Context) (string, error) {
	p, err := doCall[smsReply](ctx, "/sms")
	if err != nil {
		return "", err
	}
	if p.ResponseCode != "0" { // want "magiccode: .*Success"
		return "", fmt.Errorf("%s: %s", p.baseReply.ResponseCode, p.Message)
	}
	return p.ID, nil
}

// Check checks a one-time code.
func Check(ctx context.Context, id string) (bool, error) {
	p, err := doCall[*verifyReply](ctx, "/verify/"+id)
	if err != nil || p == nil {
		return false, err
	}
	if p.baseReply.ResponseCode == "22" { // want "magiccode: .*InvalidCode"
		return false, nil
	}
	return p.Valid, nil
}
