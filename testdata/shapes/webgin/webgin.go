// Package webgin receives delivery reports with gin.
package webgin

import (
	"net/http"
	"strconv"

	"github.com/gin-gonic/gin"
)

type report struct {
	ID     string `form:"messageId" binding:"required"`
	Reason string `form:"reasonCode" json:"reasonCode"`
	Parts  int    `form:"parts"`
}

type whatsApp struct {
	Reason string `json:"reasonCode" binding:"required"`
	Status string `json:"status"`
}

func query(c *gin.Context) {
	if c.Query("reasonCode") != "0" && c.Query("status") != "0" { // want "magiccode: .*NotApplicable"
		c.String(http.StatusOK, "failed")
		return
	}
	if n, err := strconv.Atoi(c.Query("parts")); err != nil || n == 0 {
		c.AbortWithStatus(400)
		return
	}
	c.Status(204)
}

func form(c *gin.Context) {
	reason := c.PostForm("reasonCode")
	switch reason { // want "missedcode: .*12 reason codes"
	case "8", "13": // want "magiccode: .*SubscriberAbsent" "magiccode: .*HandsetMemoryExceeded"
		c.Header("Retry-After", "5")
	case "5": // want "magiccode: .*SubscriberUnknown"
		c.String(200, "unknown")
	}
	if text, ok := c.GetPostForm("reasonCode"); ok && text == "6" { // want "magiccode: .*SubscriberBarred"
		c.String(200, "barred")
	}
}

func path(c *gin.Context) {
	n, err := strconv.Atoi(c.Param("reasonCode"))
	if err != nil {
		c.Status(400)
		return
	}
	if n == 9 || c.Param("id") == "9" { // want "magiccode: .*SMSCFailure"
		c.Status(202)
	}
	if text, ok := c.GetQuery("reasonCode"); ok && text != "10" { // want "magiccode: .*SMSCCongestion"
		c.Status(200)
	}
}

func bound(c *gin.Context) {
	var r report
	if err := c.ShouldBind(&r); err != nil || r.Parts == 0 {
		c.JSON(400, gin.H{"error": "bad report"})
		return
	}
	if r.Reason == "12" || r.ID == "12" { // want "magiccode: .*HandsetError"
		c.Status(200)
	}
	var w whatsApp
	if err := c.ShouldBindJSON(&w); err == nil && w.Reason == "201" { // want "magiccode: .*InvalidWhatsAppTemplate"
		c.JSON(200, gin.H{"status": w.Status})
	}
}

// Routes says who receives what.
func Routes(r gin.IRouter) {
	r.GET("/report", query)
	r.POST("/report", form)
	r.PUT("/report/:id/:reasonCode", path)
	r.POST("/bound", bound)
}
