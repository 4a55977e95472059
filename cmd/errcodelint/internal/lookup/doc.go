// Package lookup tells people what a code means: one, by its number or name, or all of a domain, as a
// table. The codes are those of package codes.
package lookup
