// Package drift lays a draft beside its sources: sentence by sentence, and in
// each the times, numbers, names, titles and quotations beside those that a
// source has in the same surroundings. It reports what stands where and how alike
// the surroundings are; which difference is worth a finding the rules decide.
package drift
