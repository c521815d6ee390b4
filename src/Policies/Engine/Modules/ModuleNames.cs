using Acornima.Ast;

namespace Gates.Policies.Engine.Modules;

/// <summary>What a file gives to others and takes from them.</summary>
internal sealed class ModuleNames
{
    private ModuleNames(PolicyModule module)
    {
        foreach (var statement in module.Program.Body)
        {
            switch (statement)
            {
                case ImportDeclaration { Specifiers.Count: 0 } n:
                    Imports.Add(new ModuleImport(n.Source, null, n));
                    break;
                case ImportDeclaration n:
                    Imports.AddRange(n.Specifiers.Select(specifier => new ModuleImport(n.Source, Imported(specifier), specifier)));
                    break;
                case ExportAllDeclaration n:
                    Imports.Add(new ModuleImport(n.Source, null, n, IsPassedOn: n.Exported is null));
                    Export(n.Exported is { } name ? Text(name) : null);
                    break;
                case ExportDefaultDeclaration:
                    Export("default");
                    break;
                case ExportNamedDeclaration n:
                    Read(n);
                    break;
            }
        }
    }

    public static ModuleNames From(PolicyModule module) => new(module);

    public List<ModuleImport> Imports { get; } = [];

    public HashSet<string> Exports { get; } = new(StringComparer.Ordinal);

    private static string? Imported(ImportDeclarationSpecifier specifier) => specifier switch
    {
        ImportSpecifier n => Text(n.Imported),
        ImportDefaultSpecifier => "default",
        _ => null,
    };

    private void Read(ExportNamedDeclaration export)
    {
        if (export is { Source: { } whole, Specifiers.Count: 0 })
        {
            Imports.Add(new ModuleImport(whole, null, export));
        }

        foreach (var specifier in export.Specifiers)
        {
            Export(Text(specifier.Exported));
            if (export.Source is { } source)
            {
                Imports.Add(new ModuleImport(source, Text(specifier.Local), specifier));
            }
        }

        switch (export.Declaration)
        {
            case FunctionDeclaration n:
                Export(n.Id?.Name);
                break;
            case ClassDeclaration n:
                Export(n.Id?.Name);
                break;
            case VariableDeclaration n:
                foreach (var declarator in n.Declarations)
                {
                    Bind(declarator.Id);
                }

                break;
        }
    }

    /// <summary>The names that a pattern such as <c>{ a, b: [c] }</c> gives values to.</summary>
    private void Bind(Node? target)
    {
        switch (target)
        {
            case Identifier n:
                Export(n.Name);
                break;
            case AssignmentPattern n:
                Bind(n.Left);
                break;
            case RestElement n:
                Bind(n.Argument);
                break;
            case Property n:
                Bind(n.Value);
                break;
            case ObjectPattern or ArrayPattern:
                foreach (var child in target.ChildNodes)
                {
                    Bind(child);
                }

                break;
        }
    }

    private void Export(string? name)
    {
        if (name is not null)
        {
            Exports.Add(name);
        }
    }

    private static string Text(Node name) => name is StringLiteral literal ? literal.Value : ((Identifier)name).Name;
}

/// <summary>One name, or a whole file, that a file takes from another.</summary>
/// <param name="Specifier">The other file, as it is written.</param>
/// <param name="Name">The name there; <see langword="null"/> for the whole file.</param>
/// <param name="At">Where the name is taken.</param>
/// <param name="IsPassedOn">Whether all of the other file's names become names of this one.</param>
internal sealed record ModuleImport(StringLiteral Specifier, string? Name, Node At, bool IsPassedOn = false);
