// Code generated from the vendor's specification. DO NOT EDIT.

package client

import (
	"bytes"
	"context"
	"encoding/json"
	"net/http"
)

// Server is the specification's.
const Server = "https://api.geniq.io/rest/v1"

// OptInt is an integer that may be missing.
type OptInt struct {
	Value int
	Set   bool
}

// NewOptInt returns one that is there.
func NewOptInt(v int) OptInt { return OptInt{Value: v, Set: true} }

// IsSet reports whether it is there.
func (o OptInt) IsSet() bool { return o.Set }

// Get returns it.
func (o OptInt) Get() (v int, ok bool) {
	if !o.Set {
		return v, false
	}
	return o.Value, true
}

// Or returns it, or d if it is missing.
func (o OptInt) Or(d int) int {
	if v, ok := o.Get(); ok {
		return v
	}
	return d
}

// SetTo stores one.
func (o *OptInt) SetTo(v int) { o.Value, o.Set = v, true }

// UnmarshalJSON takes what the API sends.
func (o *OptInt) UnmarshalJSON(data []byte) error {
	o.Set = true
	return json.Unmarshal(bytes.Trim(data, `"`), &o.Value)
}

// NullableString is a text that may be missing.
type NullableString struct {
	value *string
	isSet bool
}

// Get returns it.
func (v NullableString) Get() *string { return v.value }

// UnmarshalJSON takes what the API sends.
func (v *NullableString) UnmarshalJSON(data []byte) error {
	v.isSet = true
	return json.Unmarshal(data, &v.value)
}

// SendReply is the reply of POST /sms.
type SendReply struct {
	ResponseCode OptInt `json:"responseCode"`
	Parts        OptInt `json:"parts"`
	MessageID    string `json:"messageId"`
}

// GetResponseCode returns the field.
func (r *SendReply) GetResponseCode() OptInt { return r.ResponseCode }

// GetParts returns the field.
func (r *SendReply) GetParts() OptInt { return r.Parts }

// Report is a delivery report.
type Report struct {
	MessageID  string         `json:"messageId"`
	ReasonCode NullableString `json:"reasonCode"`
	Operator   NullableString `json:"operator"`
}

// Send sends a message.
func Send(ctx context.Context, to, text string) (*SendReply, error) {
	body, err := json.Marshal(map[string]string{"to": to, "text": text})
	if err != nil {
		return nil, err
	}
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, Server+"/sms", bytes.NewReader(body))
	if err != nil {
		return nil, err
	}
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	var r SendReply
	if err := json.NewDecoder(resp.Body).Decode(&r); err != nil {
		return nil, err
	}
	return &r, nil
}
