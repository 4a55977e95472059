// Package gclplugin is errcodelint as a module plugin of golangci-lint v2: one linter, errcodelint, whose
// findings start with the check's name. A golangci-lint with the plugin in it is built by
// `golangci-lint custom`, or by a main of one's own: folder golangci-lint has one.
package gclplugin
