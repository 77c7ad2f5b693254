using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;

namespace Termbase.Tests;

/// <summary>Dependencies point one way (src/README.md); read from the compiled code, since a <c>using</c> line proves nothing.</summary>
public class ArchitectureTests
{
    // Each folder of the library may use itself and these.
    private static readonly Dictionary<string, string[]> s_allowed = new()
    {
        ["Model"] = [],
        ["Languages"] = ["Model"],
        ["Documents"] = ["Model", "Languages"],
        ["Formats"] = ["Model", "Languages"],
        ["Recognition"] = ["Model", "Languages"],
        ["Matching"] = ["Model", "Languages"],
        ["Alignment"] = ["Model", "Languages", "Documents", "Formats", "Recognition", "Matching"],
        ["Mining"] = ["Model", "Languages", "Documents", "Formats", "Recognition", "Matching", "Alignment"],
        ["Linting"] = ["Model", "Languages", "Documents", "Recognition", "Matching", "Alignment", "Mining"],
        ["Reporting"] = ["Model", "Languages", "Documents", "Formats", "Recognition", "Matching", "Alignment", "Mining", "Linting"],
        ["Workspaces"] = ["Model", "Languages", "Documents", "Formats", "Recognition", "Matching", "Alignment", "Mining", "Linting"],
    };

    [Theory]
    [InlineData("Termbase.dll")]
    [InlineData("Termbase.Search.dll")]
    [InlineData("Termbase.Office.dll")]
    public void Only_the_fenced_projects_use_heavy_packages(string assembly)
    {
        var used = CompiledReferences.AssembliesUsedBy(assembly);
        Assert.Equal(assembly == "Termbase.Search.dll", used.Any(static a => a.StartsWith("Lucene.Net", StringComparison.Ordinal)));
        Assert.True(assembly == "Termbase.Office.dll" || !used.Contains("DocumentFormat.OpenXml"), "OpenXml outside Termbase.Office");
        Assert.DoesNotContain(used, static a => a.StartsWith("Spectre.Console", StringComparison.Ordinal));
        Assert.DoesNotContain(used, static a => a.StartsWith("System.CommandLine", StringComparison.Ordinal));
    }

    [Fact]
    public void Spectre_is_used_only_in_rendering()
    {
        var users = CompiledReferences.NamespacesUsing("Termbase.Cli.dll", "Spectre.Console");
        Assert.All(users, static ns => Assert.Equal("Termbase.Cli.Rendering", ns));
    }

    [Fact]
    public void Folders_of_the_library_depend_one_way()
    {
        var wrong = new List<string>();
        foreach (var (from, to) in CompiledReferences.NamespacePairs("Termbase.dll"))
        {
            var (source, target) = (Folder(from), Folder(to));
            if (source is null || target is null || source == target)
            {
                continue;
            }

            Assert.True(s_allowed.ContainsKey(source), $"{from}: a folder that the table does not know");
            if (!s_allowed[source].Contains(target))
            {
                wrong.Add($"{source} uses {target}");
            }
        }

        Assert.Empty(wrong.Distinct());
    }

    private static string? Folder(string ns) =>
        ns.StartsWith("Termbase.", StringComparison.Ordinal) ? ns.Split('.')[1] : null;
}

/// <summary>What compiled code refers to, from its metadata and instructions.</summary>
internal static class CompiledReferences
{
    private static readonly Dictionary<int, System.Reflection.Emit.OpCode> s_opCodes = typeof(System.Reflection.Emit.OpCodes)
        .GetFields().Select(static f => (System.Reflection.Emit.OpCode)f.GetValue(null)!)
        .ToDictionary(static o => (int)(ushort)o.Value);

    public static HashSet<string> AssembliesUsedBy(string assembly)
    {
        using var file = Open(assembly, out var metadata);
        return [.. metadata.AssemblyReferences.Select(h => metadata.GetString(metadata.GetAssemblyReference(h).Name))];
    }

    /// <summary>Namespaces whose types refer to a namespace (by its start) of another assembly.</summary>
    public static HashSet<string> NamespacesUsing(string assembly, string prefix) =>
        [.. NamespacePairs(assembly).Where(p => p.To.StartsWith(prefix, StringComparison.Ordinal)).Select(static p => p.From)];

    /// <summary>All pairs of a namespace and one that a type in it refers to.</summary>
    public static HashSet<(string From, string To)> NamespacePairs(string assembly)
    {
        using var file = Open(assembly, out var metadata);
        var pairs = new HashSet<(string, string)>();
        foreach (var handle in metadata.TypeDefinitions)
        {
            var type = metadata.GetTypeDefinition(handle);
            var from = NamespaceOf(metadata, handle);
            var collector = new Collector(metadata, to => pairs.Add((from, to)));
            collector.Add(type.BaseType);
            foreach (var implemented in type.GetInterfaceImplementations())
            {
                collector.Add(metadata.GetInterfaceImplementation(implemented).Interface);
            }

            foreach (var field in type.GetFields())
            {
                metadata.GetFieldDefinition(field).DecodeSignature(collector, null);
            }

            foreach (var methodHandle in type.GetMethods())
            {
                var method = metadata.GetMethodDefinition(methodHandle);
                method.DecodeSignature(collector, null);
                if (method.RelativeVirtualAddress != 0)
                {
                    collector.AddBody(file.GetMethodBody(method.RelativeVirtualAddress));
                }
            }
        }

        return pairs;
    }

    private static System.Reflection.PortableExecutable.PEReader Open(string assembly, out MetadataReader metadata)
    {
        var file = new System.Reflection.PortableExecutable.PEReader(File.OpenRead(Path.Combine(AppContext.BaseDirectory, assembly)));
        metadata = file.GetMetadataReader();
        return file;
    }

    private static string NamespaceOf(MetadataReader metadata, TypeDefinitionHandle handle)
    {
        var type = metadata.GetTypeDefinition(handle);
        while (!type.GetDeclaringType().IsNil)
        {
            type = metadata.GetTypeDefinition(type.GetDeclaringType());
        }

        return metadata.GetString(type.Namespace);
    }

    private sealed class Collector(MetadataReader metadata, Action<string> found) : ISignatureTypeProvider<int, object?>
    {
        public void Add(EntityHandle handle)
        {
            if (handle.IsNil)
            {
                return;
            }

            switch (handle.Kind)
            {
                case HandleKind.TypeDefinition:
                    found(NamespaceOf(metadata, (TypeDefinitionHandle)handle));
                    break;
                case HandleKind.TypeReference:
                    found(metadata.GetString(metadata.GetTypeReference((TypeReferenceHandle)handle).Namespace));
                    break;
                case HandleKind.TypeSpecification:
                    metadata.GetTypeSpecification((TypeSpecificationHandle)handle).DecodeSignature(this, null);
                    break;
                case HandleKind.MethodDefinition:
                    Add(metadata.GetMethodDefinition((MethodDefinitionHandle)handle).GetDeclaringType());
                    break;
                case HandleKind.FieldDefinition:
                    Add(metadata.GetFieldDefinition((FieldDefinitionHandle)handle).GetDeclaringType());
                    break;
                case HandleKind.MemberReference:
                    Add(metadata.GetMemberReference((MemberReferenceHandle)handle).Parent);
                    break;
                case HandleKind.MethodSpecification:
                    var spec = metadata.GetMethodSpecification((MethodSpecificationHandle)handle);
                    Add(spec.Method);
                    spec.DecodeSignature(this, null);
                    break;
            }
        }

        public void AddBody(MethodBodyBlock body)
        {
            if (!body.LocalSignature.IsNil)
            {
                metadata.GetStandaloneSignature(body.LocalSignature).DecodeLocalSignature(this, null);
            }

            var code = body.GetILReader();
            while (code.RemainingBytes > 0)
            {
                int value = code.ReadByte();
                var opCode = s_opCodes[value == 0xFE ? 0xFE00 | code.ReadByte() : value];
                switch (opCode.OperandType)
                {
                    case System.Reflection.Emit.OperandType.InlineField:
                    case System.Reflection.Emit.OperandType.InlineMethod:
                    case System.Reflection.Emit.OperandType.InlineTok:
                    case System.Reflection.Emit.OperandType.InlineType:
                        Add((EntityHandle)MetadataTokens.Handle(code.ReadInt32()));
                        break;
                    case System.Reflection.Emit.OperandType.InlineSwitch:
                        var targets = code.ReadInt32();
                        code.Offset += 4 * targets;
                        break;
                    case System.Reflection.Emit.OperandType.InlineNone:
                        break;
                    case System.Reflection.Emit.OperandType.InlineI8:
                    case System.Reflection.Emit.OperandType.InlineR:
                        code.Offset += 8;
                        break;
                    case System.Reflection.Emit.OperandType.InlineVar:
                        code.Offset += 2;
                        break;
                    case System.Reflection.Emit.OperandType.ShortInlineBrTarget:
                    case System.Reflection.Emit.OperandType.ShortInlineI:
                    case System.Reflection.Emit.OperandType.ShortInlineVar:
                        code.Offset += 1;
                        break;
                    default:
                        code.Offset += 4;
                        break;
                }
            }
        }

        public int GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind)
        {
            Add(handle);
            return 0;
        }

        public int GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind)
        {
            Add(handle);
            return 0;
        }

        public int GetTypeFromSpecification(MetadataReader reader, object? context, TypeSpecificationHandle handle, byte rawTypeKind)
        {
            Add(handle);
            return 0;
        }

        public int GetArrayType(int elementType, ArrayShape shape) => 0;

        public int GetByReferenceType(int elementType) => 0;

        public int GetFunctionPointerType(MethodSignature<int> signature) => 0;

        public int GetGenericInstantiation(int genericType, System.Collections.Immutable.ImmutableArray<int> typeArguments) => 0;

        public int GetGenericMethodParameter(object? context, int index) => 0;

        public int GetGenericTypeParameter(object? context, int index) => 0;

        public int GetModifiedType(int modifier, int unmodifiedType, bool isRequired) => 0;

        public int GetPinnedType(int elementType) => 0;

        public int GetPointerType(int elementType) => 0;

        public int GetPrimitiveType(PrimitiveTypeCode typeCode) => 0;

        public int GetSZArrayType(int elementType) => 0;
    }
}
