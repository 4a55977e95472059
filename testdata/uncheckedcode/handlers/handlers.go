// Package handlers has handlers of many kinds, which decode what they are given by helpers of another package.
package handlers

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log"
	"net/http"
	"os"

	"example.test/programs/uncheckedcode/handlers/jsonutil"
)

type report struct {
	ReasonCode string `json:"reasonCode"`
	Status     string `json:"status"`
}

func webhook(w http.ResponseWriter, req *http.Request) {
	r, err := jsonutil.Decode[report](req.Body)
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	log.Print(r.Status)
}

func poll(id string) (string, error) {
	resp, err := http.Get("https://api.geniq.io/rest/v1/sms/" + id)
	if err != nil {
		return "", err
	}
	defer resp.Body.Close()
	r, err := jsonutil.Decode[report](resp.Body) // want `is never read`
	if err != nil {
		return "", err
	}
	return r.Status, nil
}

func polled(id string) error {
	resp, err := http.Get("https://api.geniq.io/rest/v1/sms/" + id)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	r, err := jsonutil.Decode[report](resp.Body)
	if err != nil {
		return err
	}
	if r.ReasonCode != "0" {
		return fmt.Errorf("reason %s", r.ReasonCode)
	}
	return nil
}

// Consumer takes what comes over a bus.
type Consumer interface {
	Consume(ctx context.Context, msg []byte) error
}

type reportConsumer struct{ done chan<- string }

func (c *reportConsumer) Consume(ctx context.Context, msg []byte) error {
	r, err := jsonutil.Parse[report](msg)
	if err != nil {
		return err
	}
	c.done <- r.Status
	return nil
}

type bus struct{ consumers map[string]Consumer }

func (b *bus) register(topic string, c Consumer) { b.consumers[topic] = c }

func wire(b *bus, done chan<- string) { b.register("reports", &reportConsumer{done}) }

// Envelope is what the bus has.
type Envelope struct {
	Topic string
	Data  []byte
}

type envelopeHandler interface{ Handle(Envelope) error }

type statusHandler struct{}

func (statusHandler) Handle(e Envelope) error {
	r, err := jsonutil.Parse[report](e.Data)
	if err != nil {
		return err
	}
	if r.Status == "" {
		return errors.New("no status")
	}
	return nil
}

var handlers = map[string]envelopeHandler{"reports": statusHandler{}}

// A hook is a handler by its method.
type hook struct{}

func (hook) ServeHTTP(w http.ResponseWriter, req *http.Request) {
	if r, err := jsonutil.Decode[report](req.Body); err == nil {
		log.Print(r.Status)
	}
}

// onReport is given to a subscription.
func onReport(text []byte) {
	r, err := jsonutil.Parse[report](text)
	if err != nil {
		log.Print(err)
		return
	}
	log.Print(r.Status)
}

func subscribe(sub func(func([]byte))) { sub(onReport) }

func subscribeByLiteral(sub func(func([]byte) error)) {
	sub(func(text []byte) error {
		r, err := jsonutil.Parse[report](text)
		if err != nil {
			return err
		}
		log.Print(r.Status)
		return nil
	})
}

// A parser takes replies apart.
type parser interface {
	status(text []byte) (string, error)
	saved(text []byte) (string, error)
}

type jsonParser struct{}

func (jsonParser) status(text []byte) (string, error) {
	r, err := jsonutil.Parse[report](text) // want `is never read`
	return r.Status, err
}

func (jsonParser) saved(text []byte) (string, error) {
	r, err := jsonutil.Parse[report](text)
	return r.Status, err
}

func asks(p parser, id string) (string, error) {
	resp, err := http.Get("https://api.geniq.io/rest/v1/sms/" + id)
	if err != nil {
		return "", err
	}
	defer resp.Body.Close()
	text, err := io.ReadAll(resp.Body)
	if err != nil {
		return "", err
	}
	return p.status(text)
}

func rereads(p parser) (string, error) {
	text, err := os.ReadFile("report.json")
	if err != nil {
		return "", err
	}
	return p.saved(text)
}
