using Gates.Policies.TypeScript.Tokens;

namespace Gates.Policies.TypeScript;

/// <summary>The readers of the parts of the language, which call one another.</summary>
internal sealed class Grammar
{
    public Grammar(Cursor cursor)
    {
        Types = new TypeReader(cursor, this);
        TypeNames = new TypeNameReader(cursor, this);
        TypeLists = new TypeListReader(cursor, this);
        TypeMembers = new TypeMemberReader(cursor, this);
        Functions = new FunctionReader(cursor, this);
        Operands = new OperandReader(cursor, this);
        Lists = new ListReader(cursor, this);
        Objects = new ObjectReader(cursor, this);
        Arrows = new ArrowReader(cursor, this);
        Expressions = new ExpressionReader(cursor, this);
        Classes = new ClassReader(cursor, this);
        Members = new ClassMemberReader(cursor, this);
        Modules = new ImportReader(cursor, this);
        ModuleNames = new ModuleNameReader(cursor);
        Declarations = new DeclarationReader(cursor, this);
        Statements = new StatementReader(cursor, this);
        Controls = new ControlReader(cursor, this);
    }

    public TypeReader Types { get; }

    public TypeNameReader TypeNames { get; }

    public TypeListReader TypeLists { get; }

    public TypeMemberReader TypeMembers { get; }

    public FunctionReader Functions { get; }

    public OperandReader Operands { get; }

    public ListReader Lists { get; }

    public ObjectReader Objects { get; }

    public ArrowReader Arrows { get; }

    public ExpressionReader Expressions { get; }

    public ClassReader Classes { get; }

    public ClassMemberReader Members { get; }

    public ImportReader Modules { get; }

    public ModuleNameReader ModuleNames { get; }

    public DeclarationReader Declarations { get; }

    public StatementReader Statements { get; }

    public ControlReader Controls { get; }
}
