#!/usr/bin/env node
// The link that npm makes at installation must point to a file that is there before the build.
import '../dist/bin.js';
