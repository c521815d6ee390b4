using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Runner.Tests.Architecture;

/// <summary>What uses what, as the compiler binds the names: <c>using</c> lines that nothing needs do not count, and names without one do.</summary>
internal sealed class SourceGraph
{
    private static readonly Lazy<SourceGraph> Whole = new(() => new SourceGraph(CodeFile.Below("src")));

    /// <value>What the compiler is told beside the files: the SDK's implicit usings.</value>
    private const string Usings = """
        global using System; global using System.IO; global using System.Linq; global using System.Net.Http;
        global using System.Threading; global using System.Threading.Tasks; global using System.Collections.Generic;
        """;

    private readonly CSharpCompilation compilation;
    private readonly Lazy<IReadOnlyList<Reference>> references;

    public SourceGraph(IReadOnlyList<CodeFile> files)
    {
        Files = files;
        var options = new CSharpParseOptions(LanguageVersion.Preview);
        var trees = files.Select(file => CSharpSyntaxTree.ParseText(file.Text, options, file.Path)).Append(CSharpSyntaxTree.ParseText(Usings, options));
        var assemblies = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => !Path.GetFileName(path).StartsWith("Gates.", StringComparison.OrdinalIgnoreCase));
        compilation = CSharpCompilation.Create(
            "Gates.All",
            trees,
            assemblies.Select(path => MetadataReference.CreateFromFile(path)),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        references = new(() => [.. compilation.SyntaxTrees.AsParallel().SelectMany(Of).Distinct().OrderBy(one => one.ToString(), StringComparer.Ordinal)]);
    }

    public static SourceGraph Source => Whole.Value;

    public IReadOnlyList<CodeFile> Files { get; }

    public IReadOnlyList<Reference> References => references.Value;

    /// <value>Every type that is not inside another, with its file.</value>
    public IEnumerable<(string Name, string File)> Types =>
        from tree in compilation.SyntaxTrees
        where tree.FilePath.Length > 0
        from type in tree.GetRoot().DescendantNodes(node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax).OfType<BaseTypeDeclarationSyntax>()
        select (type.Identifier.ValueText, tree.FilePath);

    /// <value>What stands in the signature of a member that others can see, with its file.</value>
    public IEnumerable<(string File, string Member, ITypeSymbol Type)> Signatures =>
        from tree in compilation.SyntaxTrees
        where tree.FilePath.Length > 0
        let model = compilation.GetSemanticModel(tree)
        from member in tree.GetRoot().DescendantNodes().OfType<MemberDeclarationSyntax>()
        let symbol = model.GetDeclaredSymbol(member)
        where symbol is not null and not INamespaceSymbol && symbol.DeclaredAccessibility != Accessibility.Private
        from type in TypesOf(symbol)
        select (tree.FilePath, symbol.ToDisplayString(), type);

    private static IEnumerable<ITypeSymbol> TypesOf(ISymbol symbol) => symbol switch
    {
        IMethodSymbol method => method.Parameters.Select(parameter => parameter.Type).Append(method.ReturnType).SelectMany(WithArguments),
        IPropertySymbol property => WithArguments(property.Type),
        IFieldSymbol field => WithArguments(field.Type),
        INamedTypeSymbol { BaseType: { } parent } type => type.Interfaces.Append(parent).SelectMany(WithArguments),
        _ => [],
    };

    private static IEnumerable<ITypeSymbol> WithArguments(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => WithArguments(array.ElementType),
        INamedTypeSymbol named => named.TypeArguments.SelectMany(WithArguments).Prepend(named),
        _ => [type],
    };

    private IEnumerable<Reference> Of(SyntaxTree tree)
    {
        var model = compilation.GetSemanticModel(tree);
        foreach (var node in tree.GetRoot().DescendantNodes())
        {
            if (node is not (SimpleNameSyntax or ImplicitObjectCreationExpressionSyntax or ConstructorInitializerSyntax))
            {
                continue;
            }

            var info = model.GetSymbolInfo(node);
            var symbol = info.Symbol ?? info.CandidateSymbols.FirstOrDefault();
            if (symbol is not INamespaceSymbol && Outermost(symbol) is { } type && Place(type) is { } place && place != tree.FilePath)
            {
                yield return new Reference(tree.FilePath, place, type.Name);
            }
        }
    }

    private static INamedTypeSymbol? Outermost(ISymbol? symbol)
    {
        var type = symbol as INamedTypeSymbol ?? (symbol is IMethodSymbol { ReducedFrom: { } extension } ? extension : symbol)?.ContainingType;
        while (type?.ContainingType is { } outer)
        {
            type = outer;
        }

        return type?.OriginalDefinition;
    }

    /// <summary>The file, or the assembly for what is not the framework's.</summary>
    private static string? Place(INamedTypeSymbol type) =>
        type.DeclaringSyntaxReferences.FirstOrDefault()?.SyntaxTree.FilePath is { Length: > 0 } file ? file
        : type.ContainingAssembly?.Name is { } name
            && !name.StartsWith("System.", StringComparison.Ordinal)
            && name is not ("mscorlib" or "netstandard" or "Gates.All")
            ? name
        : type.ContainingAssembly?.Name is "System.CommandLine" ? "System.CommandLine"
        : null;
}

/// <summary>One file of <c>src</c> that names something of another, or of a package.</summary>
/// <param name="From">The file, relative to the root.</param>
/// <param name="To">The other file; for something of a package the package's assembly.</param>
/// <param name="Name">The type.</param>
internal sealed record Reference(string From, string To, string Name)
{
    public override string ToString() => $"{From} -> {To} ({Name})";
}
