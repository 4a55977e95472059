package main

import (
	"context"
	"fmt"
	"slices"

	"example.test/programs/fakeapi"
	"example.test/programs/retriedcode/api"
)

// The signatures of programs tell the codes of which domain they get.
type (
	message    = func(context.Context, *api.Client, api.Message) error
	template   = func(context.Context, *api.Client, api.Template) error
	templateID = func(context.Context, *api.Client, api.Template) (string, error)
)

// trial is what programs are run with.
type trial struct {
	codes     []string
	success   string
	endpoints []fakeapi.Endpoint
	asked     func(*fakeapi.Server) int
}

// sending is answered by every documented code, also to the second recipient of a batch for two.
var sending = trial{
	codes:     fakeapi.ResponseCodes(),
	success:   "0",
	endpoints: []fakeapi.Endpoint{fakeapi.SMS, fakeapi.Recipient},
	asked:     func(s *fakeapi.Server) int { return s.Count("POST", "/sms") + s.Count("POST", "/batch_sms") },
}

// creating is answered by every documented code, by others, and by none, which is how the API says that all went well.
var creating = trial{
	codes:     slices.Concat(fakeapi.TemplateCodes(), fakeapi.UndocumentedCodes(), []string{fakeapi.Absent}),
	success:   fakeapi.Absent,
	endpoints: fakeapi.TemplateEndpoints(),
	asked: func(s *fakeapi.Server) int { // to create one and to ask what has come of it are two requests
		return max(s.Count("POST", "/whatsapp/message_templates"), s.Count("GET", "/whatsapp/message_templates"))
	},
}

// ofMessages is the trial of all programs in other modules.
func ofMessages(string) (trial, error) { return sending, nil }

// ofProgram returns the trial of a program.
func ofProgram(name string) (trial, error) {
	switch programs[name].(type) {
	case message:
		return sending, nil
	case template, templateID:
		return creating, nil
	}
	return trial{}, fmt.Errorf("%s: a program is no %T", name, programs[name])
}

// runOnce runs a program. What comes of it is the program's business, even a panic.
func runOnce(program any, ctx context.Context, c *api.Client) {
	defer func() { _ = recover() }()
	switch run := program.(type) {
	case message:
		_ = run(ctx, c, api.Message{From: "SHOP", To: "60120000001", Text: "your parcel is on its way"})
	case template:
		_ = run(ctx, c, api.Template{Name: "parcel", Body: "your parcel is on its way"})
	case templateID:
		_, _ = run(ctx, c, api.Template{Name: "parcel", Body: "your parcel is on its way"})
	}
}
