// Package cms reads what content management systems export: posts of WordPress, by
// its REST API or its own XML, and stories of Arc XP in ANS.
package cms
