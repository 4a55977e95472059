// Package webfiber receives delivery reports with fiber.
package webfiber

import (
	"strconv"

	"github.com/gofiber/fiber/v2"
)

type report struct {
	Reason string `query:"reasonCode" form:"reasonCode"`
	Parts  string `query:"parts" form:"parts"`
}

func query(c *fiber.Ctx) error {
	if c.Query("reasonCode") == "0" && c.Query("parts") != "0" { // want "magiccode: .*NotApplicable"
		return c.SendStatus(204)
	}
	var r report
	if err := c.QueryParser(&r); err != nil {
		return c.Status(400).SendString("bad report")
	}
	if r.Reason == "8" || r.Parts == "8" { // want "magiccode: .*SubscriberAbsent"
		return c.SendStatus(202)
	}
	return c.SendStatus(200)
}

func form(c *fiber.Ctx) error {
	n, err := strconv.Atoi(c.FormValue("reasonCode"))
	if err != nil {
		return fiber.ErrBadRequest
	}
	if n == 5 || n == 6 || n == 7 { // want "magiccode: .*SubscriberUnknown" "magiccode: .*SubscriberBarred" "magiccode: .*SubscriberNotProvisioned"
		return c.SendString("unreachable")
	}
	return c.SendStatus(200)
}

func path(c *fiber.Ctx) error {
	switch c.Params("reasonCode") { // want "missedcode: .*13 reason codes"
	case "9", "10": // want "magiccode: .*SMSCFailure" "magiccode: .*SMSCCongestion"
		return c.SendStatus(202)
	}
	if c.Params("id") == "9" {
		return c.SendStatus(404)
	}
	return c.SendStatus(200)
}

// Routes says who receives what.
func Routes(r fiber.Router) {
	r.Get("/report", query)
	r.Post("/report", form)
	r.Put("/report/:id/:reasonCode", path)
}
