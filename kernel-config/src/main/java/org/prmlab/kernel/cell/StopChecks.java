package org.prmlab.kernel.cell;

import java.util.HashSet;
import java.util.Set;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Puts a call of {@link CellStop#check} before every jump backwards and at the start of every
 * method, so that a loop in a cell can be ended from outside. The call takes and gives nothing: the
 * frames of the method stay valid.
 */
final class StopChecks {
  private static final int API = Opcodes.ASM9;
  private static final String OWNER = CellStop.class.getName().replace('.', '/');

  private StopChecks() {}

  /** The same class with the checks; unchanged if it cannot hold them. */
  static byte[] in(byte[] compiledClass) {
    try {
      ClassWriter writer = new ClassWriter(0);
      new ClassReader(compiledClass).accept(new Methods(writer), 0);
      return writer.toByteArray();
    } catch (RuntimeException e) {
      return compiledClass; // a method too large, or a class file newer than the library
    }
  }

  private static final class Methods extends ClassVisitor {
    Methods(ClassVisitor next) {
      super(API, next);
    }

    @Override
    public MethodVisitor visitMethod(
        int access, String name, String descriptor, String signature, String[] exceptions) {
      return new Checks(super.visitMethod(access, name, descriptor, signature, exceptions));
    }
  }

  private static final class Checks extends MethodVisitor {
    private final Set<Label> passed = new HashSet<>();

    Checks(MethodVisitor next) {
      super(API, next);
    }

    @Override
    public void visitCode() {
      super.visitCode();
      check();
    }

    @Override
    public void visitLabel(Label label) {
      passed.add(label);
      super.visitLabel(label);
    }

    @Override
    public void visitJumpInsn(int opcode, Label target) {
      if (passed.contains(target)) {
        check();
      }
      super.visitJumpInsn(opcode, target);
    }

    private void check() {
      super.visitMethodInsn(Opcodes.INVOKESTATIC, OWNER, "check", "()V", false);
    }
  }
}
