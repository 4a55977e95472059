// Package directive reads the comments by which a program tells the checks what
// they cannot know:
//
//	//errcodelint:declare payments key=statusCode success=0
//	//errcodelint:extend response
//	//errcodelint:retry never
//	//errcodelint:domain template
//	//errcodelint:exhaustive
//	//errcodelint:ignore magiccode,missedcode reason
//
// It knows how they are written and where they may stand, and nothing of what
// domains there are: package declared knows that. What is wrong with a directive
// is a [Problem], which the check baddirective reports.
//
//   - parse.go: one comment's text
//   - place.go: what it stands on
//   - silence.go, nolint.go: what an ignore covers
package directive
