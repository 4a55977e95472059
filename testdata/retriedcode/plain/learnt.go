package plain

import (
	"context"
	"time"

	"example.test/programs/retriedcode/api"
	"example.test/programs/retriedcode/policy"
)

// Of these nobody knows what is sent again: it is learnt while the program runs.

func init() { Note(88, "again") }

var notebook = map[int]string{5: "again"}

// Note writes down what to do about a number.
func Note(number int, what string) {
	notebook[number] = what
	policy.Learn(number, what)
}

// ByLearnt goes by what was learnt, which nobody knows.
func ByLearnt(ctx context.Context, c *api.Client, m api.Message) error {
	for {
		r, err := submit(ctx, c, m)
		if err != nil {
			return err
		}
		if r.Code == 0 {
			return nil
		}
		if policy.Learnt(r.Code) != "again" {
			return errRefused
		}
		time.Sleep(c.Unit)
	}
}

// ByLearntText keeps it.
func ByLearntText(ctx context.Context, c *api.Client, m api.Message) error {
	for {
		r, err := submit(ctx, c, m)
		if err != nil {
			return err
		}
		if r.Code == 0 {
			return nil
		}
		text := policy.Learnt(r.Code)
		if text != "again" {
			return errRefused
		}
		time.Sleep(c.Unit)
	}
}

func adviceOn(r receipt) string { return policy.Learnt(r.Code) }

// ByLearntReply has a function for it, which gets the whole reply.
func ByLearntReply(ctx context.Context, c *api.Client, m api.Message) error {
	for {
		r, err := submit(ctx, c, m)
		if err != nil {
			return err
		}
		if r.Code == 0 {
			return nil
		}
		advice := adviceOn(r)
		if advice != "again" {
			return errRefused
		}
		time.Sleep(c.Unit)
	}
}

func ownAdviceOn(r receipt) string {
	if r.Code == 6 {
		return "pay"
	}
	return "again"
}

// ByOwnAdvice has one of its own, of which it is known what it says.
func ByOwnAdvice(ctx context.Context, c *api.Client, m api.Message) error {
	for range 4 { // want "10 CouldNotRoute and 10 more of class never"
		r, err := submit(ctx, c, m)
		if err != nil {
			return err
		}
		if r.Code == 0 {
			return nil
		}
		advice := ownAdviceOn(r)
		if advice != "again" {
			return errRefused
		}
		time.Sleep(c.Unit)
	}
	return errRefused
}

// ByLearntSwitch switches on it.
func ByLearntSwitch(ctx context.Context, c *api.Client, m api.Message) error {
	for {
		r, err := submit(ctx, c, m)
		if err != nil {
			return err
		}
		if r.Code == 0 {
			return nil
		}
		switch policy.Learnt(r.Code) {
		case "again":
		default:
			return errRefused
		}
		time.Sleep(c.Unit)
	}
}

// ByLearntAction has it as a number.
func ByLearntAction(ctx context.Context, c *api.Client, m api.Message) error {
	for {
		r, err := submit(ctx, c, m)
		if err != nil {
			return err
		}
		if r.Code == 0 {
			return nil
		}
		action := policy.LearntAction(r.Code)
		if action != policy.Again {
			return errRefused
		}
		time.Sleep(c.Unit)
	}
}

// ByLearntActionSwitch switches on that.
func ByLearntActionSwitch(ctx context.Context, c *api.Client, m api.Message) error {
	for {
		r, err := submit(ctx, c, m)
		if err != nil {
			return err
		}
		if r.Code == 0 {
			return nil
		}
		switch action := policy.LearntAction(r.Code); action {
		case policy.Again:
		default:
			return errRefused
		}
		time.Sleep(c.Unit)
	}
}

// ByLearntActionPasses asks that.
func ByLearntActionPasses(ctx context.Context, c *api.Client, m api.Message) error {
	for {
		r, err := submit(ctx, c, m)
		if err != nil {
			return err
		}
		if r.Code == 0 {
			return nil
		}
		if action := policy.LearntAction(r.Code); !action.Passes() {
			return errRefused
		}
		time.Sleep(c.Unit)
	}
}

// ByVerdict has a verdict.
func ByVerdict(ctx context.Context, c *api.Client, m api.Message) error {
	for {
		r, err := submit(ctx, c, m)
		if err != nil {
			return err
		}
		if r.Code == 0 {
			return nil
		}
		verdict := policy.Known(r.Code)
		if !verdict.Retry {
			return errRefused
		}
		time.Sleep(c.Unit)
	}
}

// ByVerdictField has it no longer than it needs.
func ByVerdictField(ctx context.Context, c *api.Client, m api.Message) error {
	for {
		r, err := submit(ctx, c, m)
		if err != nil {
			return err
		}
		if r.Code == 0 {
			return nil
		}
		if !policy.Known(r.Code).Retry {
			return errRefused
		}
		time.Sleep(c.Unit)
	}
}

// ByNotebook looks into what is written down while it runs.
func ByNotebook(ctx context.Context, c *api.Client, m api.Message) error {
	for {
		r, err := submit(ctx, c, m)
		if err != nil {
			return err
		}
		if r.Code == 0 {
			return nil
		}
		if notebook[r.Code] != "again" {
			return errRefused
		}
		time.Sleep(c.Unit)
	}
}

// ByNotebookSwitch switches on that.
func ByNotebookSwitch(ctx context.Context, c *api.Client, m api.Message) error {
	for {
		r, err := submit(ctx, c, m)
		if err != nil {
			return err
		}
		if r.Code == 0 {
			return nil
		}
		switch notebook[r.Code] {
		case "again":
		default:
			return errRefused
		}
		time.Sleep(c.Unit)
	}
}
