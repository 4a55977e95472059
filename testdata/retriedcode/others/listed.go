package others

import (
	"context"
	"slices"

	"example.test/programs/retriedcode/api"
	"example.test/programs/retriedcode/lists"
	"github.com/errcodelint/errcodelint/codes"
)

// What another package's set, list or table says is sent again is reported there, and nothing else is.

func ListedSet(ctx context.Context, c *api.Client, m api.Message) error {
	for {
		r, err := send(ctx, c, m)
		if err != nil {
			return err
		}
		if !lists.Retryable[r.Code] {
			return r.Code.Err()
		}
	}
}

func ListedList(ctx context.Context, c *api.Client, m api.Message) error {
	for {
		r, err := send(ctx, c, m)
		if err != nil || !slices.Contains(lists.Transient, r.Code) {
			return err
		}
	}
}

func ListedRule(ctx context.Context, c *api.Client, m api.Message) error {
	for {
		r, err := send(ctx, c, m)
		if err != nil {
			return err
		}
		rule, ok := lists.Rules[r.Code]
		if !ok || !rule.Retry {
			return r.Code.Err()
		}
	}
}

func ListedField(ctx context.Context, c *api.Client, m api.Message) error {
	for {
		r, err := send(ctx, c, m)
		if err != nil {
			return err
		}
		if lists.Rules[r.Code].Retry {
			continue
		}
		return r.Code.Err()
	}
}

func ListedFound(ctx context.Context, c *api.Client, m api.Message) error {
	for {
		r, err := send(ctx, c, m)
		if err != nil {
			return err
		}
		if _, again := lists.Retryable[r.Code]; !again {
			return r.Code.Err()
		}
	}
}

// ListedTexts goes by a table that says nothing of retries.
func ListedTexts(ctx context.Context, c *api.Client, m api.Message) error {
	for { // want "for 12 InvalidOriginator of class never"
		r, err := send(ctx, c, m)
		if err != nil {
			return err
		}
		if _, known := lists.Known[r.Code]; !known {
			return r.Code.Err()
		}
	}
}

// ListedMore sends again for one more than the table says.
func ListedMore(ctx context.Context, c *api.Client, m api.Message) error {
	for { // want "for 4 AccountDisabled of class never"
		r, err := send(ctx, c, m)
		if err != nil {
			return err
		}
		if r.Code != codes.ResponseAccountDisabled && !lists.Rules[r.Code].Retry {
			return r.Code.Err()
		}
	}
}
