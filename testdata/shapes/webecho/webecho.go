// Package webecho receives delivery reports with echo.
package webecho

import (
	"net/http"
	"strconv"

	"github.com/labstack/echo/v4"
)

const reasonNone = "0"

type report struct {
	Reason int    `query:"reasonCode" form:"reasonCode"`
	ID     string `query:"messageId" form:"messageId"`
}

func query(c echo.Context) error {
	reason := c.QueryParam("reasonCode")
	if reason == reasonNone || c.QueryParam("parts") == "0" {
		return c.NoContent(http.StatusNoContent)
	}
	if reason == "8" { // want "magiccode: .*SubscriberAbsent"
		return c.String(200, "later")
	}
	return c.String(200, "failed")
}

func form(c echo.Context) error {
	n, err := strconv.Atoi(c.FormValue("reasonCode"))
	if err != nil {
		return echo.NewHTTPError(400, "no reason")
	}
	switch {
	case n == 0: // want "magiccode: .*NotApplicable"
		return c.NoContent(204)
	case n > 200, c.FormValue("status") == "5": // want "magiccode: .*200"
		return c.String(200, "template")
	}
	return c.String(200, "failed")
}

func path(c echo.Context) error {
	if c.Param("reasonCode") == "11" && c.Param("id") != "11" { // want "magiccode: .*SMSCRoaming"
		return c.NoContent(202)
	}
	var r report
	if err := c.Bind(&r); err != nil {
		return err
	}
	if r.Reason == 5 || r.Reason == 6 { // want "magiccode: .*SubscriberUnknown" "magiccode: .*SubscriberBarred"
		return c.String(200, r.ID)
	}
	return c.NoContent(204)
}

// Routes says who receives what.
func Routes(e *echo.Echo) {
	e.GET("/report", query)
	e.POST("/report", form)
	e.PUT("/report/:id/:reasonCode", path)
}
