// Package defaults receives delivery reports whose reason code may be missing:
// a lookup of the framework answers something else then.
package defaults

import (
	"strconv"

	"github.com/gin-gonic/gin"
	"github.com/gofiber/fiber/v2"

	"github.com/errcodelint/errcodelint/codes"
)

const unset = -1

func receive(c *fiber.Ctx) error {
	n := c.QueryInt("reasonCode", -1)
	if n < 0 {
		return fiber.ErrBadRequest
	}
	if n == 8 { // want `8 is the reason code SubscriberAbsent`
		return c.SendStatus(202)
	}
	return c.SendStatus(204)
}

func path(c *fiber.Ctx) error {
	if n, err := c.ParamsInt("reasonCode", unset); err != nil || n < 0 {
		return fiber.ErrBadRequest
	}
	return c.SendStatus(204)
}

// number answers def where there is no such number.
func number(c *gin.Context, key string, def int) int {
	n, err := strconv.Atoi(c.DefaultQuery(key, strconv.Itoa(def)))
	if err != nil {
		return def
	}
	return n
}

func form(c *gin.Context) {
	page := number(c, "page", 1)
	reason := number(c, "reasonCode", -1)
	if reason < 0 || page < 0 {
		c.Status(400)
		return
	}
	c.JSON(200, codes.ReasonCode(reason).Description())
}

func posted(c *gin.Context) {
	n, err := strconv.Atoi(c.DefaultPostForm("reasonCode", "-1"))
	if err != nil || n < 0 {
		c.Status(400)
		return
	}
	c.JSON(200, codes.ReasonCode(n).Description())
}

// What is taken for a missing code is one.
func delivered(c *gin.Context) bool {
	switch c.DefaultQuery("reasonCode", "0") { // want `"0" is the reason code NotApplicable .*; write codes.ReasonNotApplicable.Wire\(\)`
	case codes.ReasonNotApplicable.Wire():
		return true
	}
	return c.DefaultQuery("status", "0") == "0"
}

// Nothing here is ever negative.
func never(c *fiber.Ctx) bool {
	return c.QueryInt("reasonCode") < 0 // want `< 0 \(NotApplicable\) tests reason codes by their order, but none is negative`
}
