// Package counter has a bank's counter print payment slips. Where the bank is, a method says, or what the program was
// started with.
package counter

import (
	"encoding/json"
	"encoding/xml"
	"flag"
	"io"
	"net/http"
	"net/url"
	"strings"
)

func probe(...any) {}

type Bank struct {
	Live  bool
	slips string
}

type slip struct {
	XMLName      xml.Name `xml:"transaction-response"`
	ResponseCode string   `xml:"responseCode"`
	URL          string   `xml:"slipUrl"`
}

var ask = flag.String("ask", "https://ask.acmebank.com", "whom to ask for the balance")

func NewBank(live bool) *Bank {
	b := &Bank{Live: live}
	flag.StringVar(&b.slips, "slips", "https://slips.acmebank.com", "where slips are printed")
	return b
}

func (b *Bank) root() string {
	if b.Live {
		return "https://api.acmebank.com"
	}
	return "https://sandbox.acmebank.com"
}

// Print has a slip printed, and returns where it is.
func (b *Bank) Print(order string) (string, bool) {
	var s slip
	if err := fetch(b.root()+"/transactions", order, &s); err != nil {
		return "", false
	}
	probe(s.ResponseCode) // want `not bound`
	return s.URL, s.ResponseCode == "0"
}

func fetch(address, order string, reply any) error {
	resp, err := http.Post(address, "text/xml", strings.NewReader(order))
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	body, err := io.ReadAll(resp.Body)
	if err != nil {
		return err
	}
	return xml.Unmarshal(body, reply)
}

// Again has it printed again.
func (b *Bank) Again(order string) bool {
	u, err := url.Parse(b.slips)
	if err != nil {
		return false
	}
	resp, err := http.Get(u.JoinPath("slips", order).String())
	if err != nil {
		return false
	}
	defer resp.Body.Close()
	var m map[string]any
	if err := json.NewDecoder(resp.Body).Decode(&m); err != nil {
		return false
	}
	probe(m["responseCode"]) // want `not bound`
	return m["responseCode"] == "0"
}

// Balance asks for what is left.
func Balance(account string) (string, bool) {
	resp, err := http.Get(*ask + "/balance/" + account)
	if err != nil {
		return "", false
	}
	defer resp.Body.Close()
	var balance struct {
		ResponseCode int    `json:"responseCode"`
		Left         string `json:"left"`
	}
	if err := json.NewDecoder(resp.Body).Decode(&balance); err != nil {
		return "", false
	}
	probe(balance.ResponseCode) // want `not bound`
	return balance.Left, balance.ResponseCode == 0
}
