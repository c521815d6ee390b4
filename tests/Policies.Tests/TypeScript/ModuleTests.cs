using Gates.Policies.TypeScript;
using Shouldly;
using Xunit;

namespace Policies.Tests.TypeScript;

/// <summary>Imports and exports: what says <c>type</c> goes, all else stays.</summary>
public sealed class ModuleTests
{
    [Theory]
    [InlineData(
        "import type A from \"a\";",
        "                       ")]
    [InlineData(
        "import type { A } from \"a\"",
        "                          ")]
    [InlineData(
        "import type * as A from \"a\";",
        "                            ")]
    [InlineData(
        "import { type A, b } from \"a\";",
        "import {         b } from \"a\";")]
    [InlineData(
        "import { a, type B } from \"a\";",
        "import { a,        } from \"a\";")]
    [InlineData(
        "import { type A } from \"a\";",
        "import {        } from \"a\";")]
    [InlineData(
        "import { a, type B as C, d } from \"a\";",
        "import { a,              d } from \"a\";")]
    [InlineData(
        "import a, { type B } from \"a\";",
        "import a, {        } from \"a\";")]
    [InlineData(
        "import type from \"a\";",
        "import type from \"a\";")]
    [InlineData(
        "import type, { a } from \"b\";",
        "import type, { a } from \"b\";")]
    [InlineData(
        "import type from from \"a\";",
        "                          ")]
    [InlineData(
        "import { type } from \"a\";",
        "import { type } from \"a\";")]
    [InlineData(
        "import { type as } from \"a\";",
        "import {         } from \"a\";")]
    [InlineData(
        "import { type as as } from \"a\";",
        "import { type as as } from \"a\";")]
    [InlineData(
        "import { type as as as } from \"a\";",
        "import {               } from \"a\";")]
    [InlineData(
        "import { type as a } from \"a\";",
        "import { type as a } from \"a\";")]
    [InlineData(
        "import A from \"a\";",
        "import A from \"a\";")]
    [InlineData(
        "export type { A };",
        "                  ")]
    [InlineData(
        "export type * from \"a\";",
        "                       ")]
    [InlineData(
        "export type * as A from \"a\";",
        "                            ")]
    [InlineData(
        "export { type A, b };",
        "export {         b };")]
    [InlineData(
        "export { type A } from \"a\";",
        "export {        } from \"a\";")]
    [InlineData(
        "export type A = B;",
        "                  ")]
    [InlineData(
        "export interface A {}",
        "                     ")]
    [InlineData(
        "export declare const a: B;",
        "                          ")]
    [InlineData(
        "export abstract class A {}",
        "export          class A {}")]
    [InlineData(
        "export default interface A {}",
        "                             ")]
    [InlineData(
        "export default abstract class A {}",
        "export default          class A {}")]
    [InlineData(
        "export const a: B = c;",
        "export const a    = c;")]
    [InlineData(
        "export function f(x: A): B {}",
        "export function f(x   )    {}")]
    [InlineData(
        "export as namespace A;",
        "                      ")]
    [InlineData(
        "export { a as type }",
        "export { a as type }")]
    [InlineData(
        "import type { A } from \"a\" with { type: \"json\" };",
        "                                                 ")]
    [InlineData(
        "export default x as T;",
        "export default x     ;")]
    public void WhatSaysType_BecomesSpaces_AllElseStays(string source, string erased) => TypeEraser.Erase(source).ShouldBe(erased);
}
