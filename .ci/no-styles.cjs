// What jest loads in place of a style sheet; jsdom draws nothing.
module.exports = {};
