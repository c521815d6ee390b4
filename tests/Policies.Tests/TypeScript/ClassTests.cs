using Gates.Policies.TypeScript;
using Shouldly;
using Xunit;

namespace Policies.Tests.TypeScript;

/// <summary>Members, modifiers, overloads and heritage.</summary>
public sealed class ClassTests
{
    [Theory]
    [InlineData(
        "class A<T> extends B<T> implements C, D<E> {}",
        "class A    extends B                       {}")]
    [InlineData(
        "class A { x: T; y?: T = 1; z!: T; readonly w = 2 }",
        "class A { x   ; y     = 1; z    ;          w = 2 }")]
    [InlineData(
        "class A { public static readonly x: T = 1; private async f(): T {} protected get g(): T {} }",
        "class A {        static          x    = 1;         async f()    {}           get g()    {} }")]
    [InlineData(
        "class A { declare x: T; abstract y: T; z }",
        "class A {                              z }")]
    [InlineData(
        "class A { [k: string]: T; static [k: number]: T; [k]: T }",
        "class A {                                        [k]    }")]
    [InlineData(
        "class A { f(): T; f(x?: U): V {} }",
        "class A {         f(x    )    {} }")]
    [InlineData(
        "class A { constructor(x: T); constructor(x) {} }",
        "class A {                    constructor(x) {} }")]
    [InlineData(
        "abstract class A { abstract f(): T; abstract get g(): T; h?(): T {} }",
        "         class A {                                       h ()    {} }")]
    [InlineData(
        "class A { override f<T>(this: A, x: T) {} accessor x: T = 1 }",
        "class A {          f   (         x   ) {} accessor x    = 1 }")]
    [InlineData(
        "class A { #a?: T; static #b: T = 1 }",
        "class A { #a    ; static #b    = 1 }")]
    [InlineData(
        "class A { static { let x: T; } }",
        "class A { static { let x   ; } }")]
    [InlineData(
        "class A { public; private: T; readonly() {} static static: T }",
        "class A { public; private   ; readonly() {} static static;   }")]
    [InlineData(
        "class A { *f(): T {} async *g<T>() {} get [h](): T {} }",
        "class A { *f()    {} async *g   () {} get [h]()    {} }")]
    [InlineData(
        "x = class<T> implements A {}",
        "x = class                 {}")]
    [InlineData(
        "class A { \"a\": T; 1: T; [`b`]?: T }",
        "class A { \"a\"   ; 1   ; [`b`]     }")]
    public void TypesOfAClass_BecomeSpaces(string source, string erased) => TypeEraser.Erase(source).ShouldBe(erased);
}
