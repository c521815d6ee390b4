using Acornima;
using Acornima.Ast;
using Gates.Policies.TypeScript;
using Jint;
using JintEngine = Jint.Engine;

namespace Gates.Policies.Engine.Modules;

/// <summary>Text to program, refusing what a policy must not do.</summary>
internal static class ModuleReader
{
    private static readonly TimeSpan RegexTimeout = TimeSpan.FromSeconds(1);

    private static readonly ModulePreparationOptions AsModule = ModulePreparationOptions.Default with
    {
        ParsingOptions = ModuleParsingOptions.Default with { CompileRegex = false, RegexTimeout = RegexTimeout },
        StaticAnalysis = false,
    };

    private static readonly ScriptPreparationOptions AsScript = ScriptPreparationOptions.Default with
    {
        ParsingOptions = ScriptParsingOptions.Default with { CompileRegex = false, RegexTimeout = RegexTimeout, AllowReturnOutsideFunction = false },
        StaticAnalysis = false,
    };

    /// <exception cref="PolicyException">The text is no program that a policy may be.</exception>
    public static PolicyModule Read(string path, string text)
    {
        Nesting.CheckBrackets(path, text);
        var erased = Erase(path, text);
        var module = Parse(path, erased);
        Nesting.Check(module);
        Refusals.Check(module);
        return module;
    }

    private static PolicyModule Parse(string path, string text)
    {
        try
        {
            var module = JintEngine.PrepareModule(text, path, AsModule);
            return module.Program!.Body.Any(statement => statement is ImportOrExportDeclaration)
                ? new PolicyModule(path, module, null)
                : AsPlainScript(path, text) ?? new PolicyModule(path, module, null);
        }
        catch (ScriptPreparationException e)
        {
            return AsPlainScript(path, text) ?? throw Unreadable(path, text, e);
        }
    }

    private static PolicyModule? AsPlainScript(string path, string text)
    {
        try
        {
            return new PolicyModule(path, null, JintEngine.PrepareScript(text, path, strict: false, AsScript));
        }
        catch (ScriptPreparationException)
        {
            return null;
        }
    }

    private static string Erase(string path, string text)
    {
        try
        {
            return path.EndsWith(".ts", StringComparison.Ordinal) ? TypeEraser.Erase(text) : text;
        }
        catch (TypeScriptException e)
        {
            throw new PolicyException(path, e.Message, e.Line, e.Column);
        }
    }

    private static PolicyException Unreadable(string path, string text, ScriptPreparationException exception)
    {
        if (exception.InnerException is InsufficientExecutionStackException)
        {
            return Nesting.Refusal(path, null, null);
        }

        if (exception.InnerException is not ParseErrorException error)
        {
            return new PolicyException(path, "the script cannot be read: " + exception.Message);
        }

        var advice = IsTypeScript(path, text) ? "; this is TypeScript: name the file policy.ts" : "";
        return new PolicyException(path, $"the script cannot be read: {Plain(error.Description)}{advice}", error.LineNumber, error.Column + 1);
    }

    private static bool IsTypeScript(string path, string text)
    {
        try
        {
            return path.EndsWith(".js", StringComparison.Ordinal)
                && TypeEraser.Erase(text) is var erased
                && erased != text
                && JintEngine.PrepareModule(erased, path, AsModule).IsValid;
        }
        catch (Exception e) when (e is TypeScriptException or ScriptPreparationException)
        {
            return false;
        }
    }

    private static string Plain(string? description) =>
        string.IsNullOrEmpty(description) ? "syntax error" : char.ToLowerInvariant(description[0]) + description[1..];
}

/// <summary>One file of a policy, ready to run in any number of engines.</summary>
/// <param name="Path">How messages name it.</param>
/// <param name="Module">It, when it imports or exports something.</param>
/// <param name="Script">It otherwise: policies were plain scripts before they were modules.</param>
internal sealed record PolicyModule(string Path, Prepared<Acornima.Ast.Module>? Module, Prepared<Script>? Script)
{
    public Program Program => (Program?)Module?.Program ?? Script!.Value.Program!;
}
