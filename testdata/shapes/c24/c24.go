// Package c24 reads answers to electronic invoices.
//
// Silent, because the element is spelled ResponseCode there, and its words are
// not documented.
package c24

import "encoding/xml"

type application struct {
	XMLName  xml.Name `xml:"ApplicationResponse"`
	Response struct {
		ResponseCode string `xml:"ResponseCode"`
		Reason       string `xml:"StatusReasonCode"`
	} `xml:"DocumentResponse>Response"`
}

type national struct {
	Code string `xml:"responseCode"`
	Text string `xml:"description"`
}

// Accepted says whether an invoice was.
func Accepted(data []byte) (bool, error) {
	var a application
	if err := xml.Unmarshal(data, &a); err != nil {
		return false, err
	}
	switch a.Response.ResponseCode {
	case "AP", "0":
		return true, nil
	case "RE":
		return a.Response.Reason == "5", nil
	}
	return false, nil
}

// Signed says whether an authority signed an invoice.
func Signed(data []byte) (bool, error) {
	var n national
	err := xml.Unmarshal(data, &n)
	return n.Code == "0" && n.Text != "" || n.Code == "0100", err
}
