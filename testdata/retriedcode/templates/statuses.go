package templates

import (
	"context"
	"fmt"
	"log"
	"time"

	"example.test/programs/retriedcode/api"
)

// StatusEither takes two words for it that all went well.
func StatusEither(ctx context.Context, c *api.Client, t api.Template) (string, error) {
	for range 5 { // want "3 CapabilityOrPermission, .* more of class never"
		r, err := create(ctx, c, t)
		if err != nil {
			return "", err
		}
		if r.Status == "PENDING" || r.Status == "APPROVED" {
			return r.ID, nil
		}
		log.Printf("template %s: %v", t.Name, r.Code)
		time.Sleep(c.Unit)
	}
	return "", errNotCreated
}

// StatusEitherOnce leaves for what does not pass.
func StatusEitherOnce(ctx context.Context, c *api.Client, t api.Template) (string, error) {
	for range 5 {
		r, err := create(ctx, c, t)
		if err != nil {
			return "", err
		}
		if r.Status == "PENDING" || r.Status == "APPROVED" {
			return r.ID, nil
		}
		if r.Code != nil && !r.Code.Retryable() {
			return "", *r.Code
		}
		time.Sleep(c.Unit)
	}
	return "", errNotCreated
}

// StatusSwitch asks in a switch.
func StatusSwitch(ctx context.Context, c *api.Client, t api.Template) (string, error) {
	for attempt := 1; ; attempt++ { // want "3 CapabilityOrPermission, .* more of class never"
		r, err := create(ctx, c, t)
		if err != nil {
			return "", err
		}
		switch r.Status {
		case "PENDING", "APPROVED":
			return r.ID, nil
		}
		if attempt == 3 {
			return "", fmt.Errorf("template %s: code %v", t.Name, r.Code)
		}
		time.Sleep(c.Unit)
	}
}

// statusCreated makes an error where nothing says that all went well.
func statusCreated(ctx context.Context, c *api.Client, t api.Template) (string, error) {
	r, err := create(ctx, c, t)
	if err != nil {
		return "", err
	}
	if r.Status != "PENDING" && r.Status != "APPROVED" {
		return "", fmt.Errorf("template %s: code %v", t.Name, r.Code)
	}
	return r.ID, nil
}

// StatusElsewhere tries again where another function has made an error.
func StatusElsewhere(ctx context.Context, c *api.Client, t api.Template) (id string, err error) {
	for range 3 { // want "3 CapabilityOrPermission, .* more of class never"
		if id, err = statusCreated(ctx, c, t); err == nil {
			return id, nil
		}
		time.Sleep(c.Unit)
	}
	return "", err
}

// idCreated makes an error where there is no name.
func idCreated(ctx context.Context, c *api.Client, t api.Template) (string, error) {
	var r struct {
		Code string `json:"responseCode"` //errcodelint:domain template
		ID   string `json:"id"`
	}
	if err := c.Post(ctx, "/whatsapp/message_templates", t, &r); err != nil {
		return "", err
	}
	if r.ID == "" {
		return "", fmt.Errorf("template %s: code %s", t.Name, r.Code)
	}
	return r.ID, nil
}

// IDElsewhere tries again where another function has made an error.
func IDElsewhere(ctx context.Context, c *api.Client, t api.Template) (string, error) {
	for { // want "3 CapabilityOrPermission, .* more of class never"
		id, err := idCreated(ctx, c, t)
		if err != nil {
			log.Print(err)
			time.Sleep(c.Unit)
			continue
		}
		return id, nil
	}
}

// IDHelper has a helper try again.
func IDHelper(ctx context.Context, c *api.Client, t api.Template) error {
	return again(c, func() error { // want "3 CapabilityOrPermission, .* more of class never"
		_, err := idCreated(ctx, c, t)
		return err
	})
}

// idPassing makes an error that says whether it may pass.
func idPassing(ctx context.Context, c *api.Client, t api.Template) (id string, again bool, err error) {
	r, err := create(ctx, c, t)
	switch {
	case err != nil:
		return "", false, err
	case r.ID != "":
		return r.ID, false, nil
	case r.Code == nil:
		return "", false, errNotCreated
	}
	return "", r.Code.Retryable(), *r.Code
}

// IDPassing tries again what may pass.
func IDPassing(ctx context.Context, c *api.Client, t api.Template) (string, error) {
	for {
		id, again, err := idPassing(ctx, c, t)
		if !again {
			return id, err
		}
		time.Sleep(c.Unit)
	}
}

// StatusHead asks at the head of the loop.
func StatusHead(ctx context.Context, c *api.Client, t api.Template) (string, error) {
	var r reply
	for attempt := 0; attempt < 5 && r.Status != "PENDING"; attempt++ { // want "3 CapabilityOrPermission, .* more of class never"
		var err error
		if r, err = create(ctx, c, t); err != nil {
			return "", err
		}
		if r.Code != nil {
			log.Printf("template %s: %v", t.Name, *r.Code)
		}
	}
	return r.ID, nil
}

// StatusHeadOnce ends the loop for what does not pass.
func StatusHeadOnce(ctx context.Context, c *api.Client, t api.Template) (string, error) {
	var r reply
	for attempt := 0; attempt < 5 && r.Status != "PENDING"; attempt++ {
		var err error
		if r, err = create(ctx, c, t); err != nil {
			return "", err
		}
		if r.Code != nil && !r.Code.Retryable() {
			return "", *r.Code
		}
	}
	return r.ID, nil
}

// StatusRefused leaves for what the reply says in another word.
func StatusRefused(ctx context.Context, c *api.Client, t api.Template) (string, error) {
	for {
		r, err := create(ctx, c, t)
		if err != nil {
			return "", err
		}
		if r.Status == "PENDING" {
			return r.ID, nil
		}
		if r.Status != "BUSY" {
			return "", fmt.Errorf("template %s: code %v", t.Name, r.Code)
		}
		time.Sleep(c.Unit)
	}
}

// IDOrLast leaves at the last try, too.
func IDOrLast(ctx context.Context, c *api.Client, t api.Template) (string, error) {
	for tries := 1; ; tries++ { // want "3 CapabilityOrPermission, .* more of class never"
		r, err := create(ctx, c, t)
		if err != nil {
			return "", err
		}
		if r.ID != "" || tries == 3 {
			return r.ID, nil
		}
		log.Print(r.Code)
	}
}

// IDOrLastOnce leaves for what does not pass, too.
func IDOrLastOnce(ctx context.Context, c *api.Client, t api.Template) (string, error) {
	for tries := 1; ; tries++ {
		r, err := create(ctx, c, t)
		if err != nil {
			return "", err
		}
		if r.ID != "" || tries == 3 || r.Code != nil && !r.Code.Retryable() {
			return r.ID, nil
		}
		time.Sleep(c.Unit)
	}
}

// IDRecursive calls itself until there is a name.
func IDRecursive(ctx context.Context, c *api.Client, t api.Template) error {
	return idRecursive(ctx, c, t, 3)
}

func idRecursive(ctx context.Context, c *api.Client, t api.Template, left int) error {
	r, err := create(ctx, c, t)
	if err != nil {
		return err
	}
	if r.ID != "" || left == 0 {
		return nil
	}
	log.Print(r.Code)
	return idRecursive(ctx, c, t, left-1) // want "3 CapabilityOrPermission, .* more of class never"
}
