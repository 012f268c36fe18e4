import { expect, test } from "vitest";
import { said } from "../src/draw/words";

test("an attempt is not worded as a deed", () => {
  expect(said({ label: "fences the border with", progress: "attempted" })).toBe("fences the border with (attempted)");
  expect(said({ label: "fences the border with", progress: "none" })).toBe("fences the border with (not begun)");
});

test("what is done, or says nothing of progress, keeps its label", () => {
  expect(said({ label: "borders", progress: null })).toBe("borders");
  expect(said({ label: "sets up", progress: "completed" })).toBe("sets up");
});
