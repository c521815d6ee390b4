using Gates.Policies.TypeScript;
using Shouldly;
using Xunit;

namespace Policies.Tests.TypeScript;

/// <summary>Declarations that only types are made of go as a whole.</summary>
public sealed class DeclarationTests
{
    [Theory]
    [InlineData(
        "type A = B;",
        "           ")]
    [InlineData(
        "type A<T> = T extends (infer U extends C)[] ? U : never;",
        "                                                        ")]
    [InlineData(
        "type A = { [K in keyof T as U]?: T[K] };",
        "                                        ")]
    [InlineData(
        "type A = { -readonly [K in T]-?: U; };",
        "                                      ")]
    [InlineData(
        "type A = [a: B, c?: D, ...e: F[]];",
        "                                  ")]
    [InlineData(
        "type A = new () => B; type C = abstract new (x: D) => E;",
        "                                                        ")]
    [InlineData(
        "interface A<in out T> extends B<T>, C { d(): this is E; get f(): G; new (): H; [k: string]: I }",
        "                                                                                               ")]
    [InlineData(
        "type A = asserts; type is = B;",
        "                              ")]
    [InlineData(
        "type A = (x: unknown) => asserts x is B;",
        "                                        ")]
    [InlineData(
        "type A = `a${infer B}`;",
        "                       ")]
    [InlineData(
        "type A =\n  | B\n  | C;",
        "        \n     \n      ")]
    [InlineData(
        "declare const a: B;",
        "                   ")]
    [InlineData(
        "declare function f(): void",
        "                          ")]
    [InlineData(
        "declare class A { constructor(private x: B); c: D }",
        "                                                   ")]
    [InlineData(
        "declare enum A { B = 1 }",
        "                        ")]
    [InlineData(
        "declare namespace A { const b: C; export = d }",
        "                                              ")]
    [InlineData(
        "declare module \"a\";",
        "                   ")]
    [InlineData(
        "declare global { var a: B }",
        "                           ")]
    [InlineData(
        "declare abstract class A {}",
        "                           ")]
    [InlineData(
        "declare let a: B, c: D",
        "                      ")]
    [InlineData(
        "namespace A { type B = C; export interface D {} }",
        "                                                 ")]
    [InlineData(
        "namespace A.B {}",
        "                ")]
    [InlineData(
        "abstract class A {}",
        "         class A {}")]
    [InlineData(
        "type A = keyof typeof b[\"c\"];",
        "                             ")]
    [InlineData(
        "type A = readonly string[] | unique symbol;",
        "                                           ")]
    public void DeclarationOfATypeOnly_BecomesSpaces(string source, string erased) => TypeEraser.Erase(source).ShouldBe(erased);
}
