using System.Text.Json;
using System.Text.RegularExpressions;
using Gates.Policies;
using Gates.Policies.Engine;
using Shouldly;
using Support;
using Xunit;

namespace Runner.Tests.Doors.TypeChecks;

/// <summary>Holds the library that <c>gates.d.ts</c> promises against the one that policies get, both ways.</summary>
public sealed partial class RuntimeLibraryTests
{
    /// <summary>Declared, and absent on purpose; <c>gates.d.ts</c> says why, or nobody writes it.</summary>
    private static readonly string[] Lacking =
    [
        "Function.prototype.name", "Function.prototype.prototype", "Function.prototype.arguments", "Function.prototype.caller", "RegExp.prototype.compile", "RegExp.prototype.lastIndex",

        .. "anchor big blink bold fixed fontcolor fontsize italics link small strike sub sup".Split(' ').Select(name => "String.prototype." + name),
    ];

    /// <summary>There, and newer than the libraries that <c>gates.d.ts</c> names, or only found by those who look for it.</summary>
    private static readonly string[] Undeclared =
    [
        "Math.f16round", "Math.sumPrecise", "Map.prototype.getOrInsert", "Map.prototype.getOrInsertComputed", "WeakMap.prototype.getOrInsert", "WeakMap.prototype.getOrInsertComputed",
        "Symbol.asyncDispose", "Symbol.dispose", "Symbol.asyncIterator",
    ];

    private static readonly (string Interface, string Target)[] Targets =
    [
        ("Array", "Array.prototype"), ("ArrayConstructor", "Array"), ("String", "String.prototype"), ("StringConstructor", "String"), ("ObjectConstructor", "Object"),
        ("NumberConstructor", "Number"), ("Math", "Math"), ("RegExp", "RegExp.prototype"), ("Function", "Function.prototype"), ("Map", "Map.prototype"),
        ("MapConstructor", "Map"), ("Set", "Set.prototype"), ("WeakMap", "WeakMap.prototype"), ("WeakSet", "WeakSet.prototype"), ("SymbolConstructor", "Symbol"),
        ("Symbol", "Symbol.prototype"),
    ];

    [Fact]
    public async Task WhatIsDeclared_IsThere()
    {
        var declared = (await DeclaredAsync()).Except(Lacking, StringComparer.Ordinal).ToList();

        declared.Count.ShouldBeGreaterThan(120);
        declared.Except(Present(), StringComparer.Ordinal).ShouldBeEmpty();
    }

    [Fact]
    public async Task WhatIsThere_IsDeclared()
    {
        var es5 = Members(await LibraryAsync("es5"));

        Present().Except(await DeclaredAsync(), StringComparer.Ordinal).Except(es5, StringComparer.Ordinal).Except(Undeclared, StringComparer.Ordinal)
            .Where(name => name.Split('.')[^1] is not ("constructor" or "prototype" or "length" or "name" or "toString"))
            .ShouldBeEmpty();
    }

    /// <summary>All names of the runtime, such as <c>Array.prototype.find</c>.</summary>
    private static string[] Present()
    {
        var script = $$"""
            function judge(evidence, settings, report) {
              {{JsonSerializer.Serialize(Targets.Select(target => target.Target))}}.forEach(function (path) {
                var target = path.split(".").reduce(function (owner, name) { return owner[name]; }, globalThis);
                Object.getOwnPropertyNames(target).forEach(function (name) { report.log(path + "." + name); });
              });
            }
            """;
        using var nothing = JsonDocument.Parse("{}");
        var judgement = PolicyScript.Load(new PolicySource(
            "names.js",
            script)).Judge(new Evidence("none", nothing.RootElement), nothing.RootElement, new PolicyLimits());
        return [.. judgement.Log];
    }

    private static async Task<HashSet<string>> DeclaredAsync()
    {
        var names = LibraryReference().Matches(File.ReadAllText(Repository.Combine("policies", "types", "gates.d.ts"))).Select(match => match.Groups[1].Value);
        var libraries = await Task.WhenAll(names.Select(LibraryAsync));
        return [.. libraries.SelectMany(Members)];
    }

    private static IEnumerable<string> Members(string library) =>
        from block in Block().Matches(library)
        from target in Targets
        where target.Interface == block.Groups[1].Value
        from member in Member().Matches(block.Groups[2].Value)
        let name = member.Groups[1].Value
        where name != "new"
        select $"{target.Target}.{name}";

    private static async Task<string> LibraryAsync(string name)
    {
        Assert.SkipWhen(InstalledTypeScript.Missing is not null, InstalledTypeScript.Missing ?? "");
        return await File.ReadAllTextAsync(Path.Combine(InstalledTypeScript.Package, "lib", $"lib.{name}.d.ts"), TestContext.Current.CancellationToken);
    }

    [GeneratedRegex("""^/// <reference lib="([\w.]+)" />""", RegexOptions.Multiline)]
    private static partial Regex LibraryReference();

    [GeneratedRegex(@"^interface (\w+)[^{\n]*\{\r?\n(.*?)^\}", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();

    [GeneratedRegex(@"^    (?:readonly )?(\w+)(?:<.*>)?\??[(:]", RegexOptions.Multiline)]
    private static partial Regex Member();
}
